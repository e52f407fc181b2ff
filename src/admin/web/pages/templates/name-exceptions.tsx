import { Paper, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { templateWords as words } from '../../../../texts/panel/templates.ts';
import { ask, client } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { Problem } from '../../parts/problem.tsx';
import { useMay } from '../../self.ts';

const key = ['name-exceptions'] as const;

/** What clerks had remembered about names and posts; a slip of theirs can be taken back. */
export function NameExceptions() {
  const mayForget = useMay('settings:write');
  const cache = useQueryClient();
  const found = useQuery({ queryKey: key, queryFn: () => ask(client.GET('/api/name-exceptions')) });
  const forgetting = useMutation({
    mutationFn: (id: string) => ask(client.DELETE('/api/name-exceptions/{id}', { params: { path: { id } } })),
    onSettled: () => cache.invalidateQueries({ queryKey: key }),
  });
  const items = found.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Paper withBorder p="md" radius="md" component="section">
      <Title order={2} size="h4">
        {words.exceptions}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {words.exceptionsHint}
      </Text>
      <Problem error={forgetting.error} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reached by keyboard */}
      <section className="wide-table" tabIndex={0} aria-label={words.exceptions}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.word}</Table.Th>
              <Table.Th>{words.forms}</Table.Th>
              {mayForget && <Table.Th>{words.forget}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map(({ id, part, nominative, forms }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  {nominative}
                  <Text size="xs" c="dimmed">
                    {words.parts[part]}
                  </Text>
                </Table.Td>
                <Table.Td>
                  {[forms.genitive, forms.dative, forms.accusative, forms.instrumental]
                    .filter(Boolean)
                    .join(', ')}
                </Table.Td>
                {mayForget && (
                  <Table.Td>
                    <ConfirmButton
                      size="compact-sm"
                      variant="default"
                      label={words.forget}
                      warning={words.forgetWarning(nominative)}
                      confirm={words.forget}
                      onConfirm={() => forgetting.mutateAsync(id)}
                    />
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </Paper>
  );
}
