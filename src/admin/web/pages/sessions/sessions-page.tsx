import { Badge, Group, Stack, Table } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sessionWords as words } from '../../../../texts/panel/sign-in.ts';
import { ask, client } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { whenText } from '../../parts/when.ts';
import { ChatCard } from './chat-card.tsx';
import { FactorCard } from './factor-card.tsx';

const key = ['sessions'] as const;

/** Where one is signed in, and what one proves it by. */
export function SessionsPage() {
  const queries = useQueryClient();
  const sessions = useQuery({ queryKey: key, queryFn: () => ask(client.GET('/api/sessions')) });
  const renew = () => queries.invalidateQueries({ queryKey: key });
  const end = useMutation({
    mutationFn: (id: string) => ask(client.DELETE('/api/sessions/{id}', { params: { path: { id } } })),
    onSuccess: renew,
  });
  const endOthers = useMutation({
    mutationFn: () => ask(client.DELETE('/api/sessions')),
    onSuccess: async ({ ended }) => {
      notifications.show({ message: words.ended(ended) });
      await renew();
    },
  });
  return (
    <>
      <PageHead title={words.title} hint={words.hint}>
        <ConfirmButton
          label={words.endOthers}
          warning={words.endOthersWarning}
          confirm={words.end}
          onConfirm={() => endOthers.mutateAsync()}
          variant="default"
        />
      </PageHead>
      <Stack>
        <Problem error={end.error ?? endOthers.error} />
        <Waiting query={sessions}>
          {({ items }) => (
            <div className="wide-table">
              <Table>
                <Table.Caption>{words.caption}</Table.Caption>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">{words.browser}</Table.Th>
                    <Table.Th scope="col">{words.network}</Table.Th>
                    <Table.Th scope="col">{words.began}</Table.Th>
                    <Table.Th scope="col">{words.seen}</Table.Th>
                    <Table.Th scope="col">{words.end}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((session) => (
                    <Table.Tr key={session.id}>
                      <Table.Td>{session.browser ?? words.unknown}</Table.Td>
                      <Table.Td>{session.network}</Table.Td>
                      <Table.Td>{whenText(session.createdAt)}</Table.Td>
                      <Table.Td>{whenText(session.seenAt)}</Table.Td>
                      <Table.Td>
                        {session.current ? (
                          <Badge variant="outline">{words.current}</Badge>
                        ) : (
                          <ConfirmButton
                            label={words.end}
                            warning={words.endWarning}
                            confirm={words.end}
                            onConfirm={() => end.mutateAsync(session.id)}
                            variant="default"
                            size="xs"
                          />
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </div>
          )}
        </Waiting>
        <Group align="stretch">
          <FactorCard />
          <ChatCard />
        </Group>
      </Stack>
    </>
  );
}
