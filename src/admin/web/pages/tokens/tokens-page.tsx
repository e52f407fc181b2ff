import { Badge, Group, Table } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { powerNames, tokenWords as words } from '../../../../texts/panel/tokens.ts';
import { ask, client } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { whenText } from '../../parts/when.ts';
import { NewToken } from './new-token.tsx';

const key = ['tokens'] as const;

/** Tokens that programs of mine call with. */
export function TokensPage() {
  const queries = useQueryClient();
  const tokens = useQuery({ queryKey: key, queryFn: () => ask(client.GET('/api/tokens')) });
  const renew = () => queries.invalidateQueries({ queryKey: key });
  const revoke = useMutation({
    mutationFn: (id: string) => ask(client.DELETE('/api/tokens/{id}', { params: { path: { id } } })),
    onSuccess: renew,
  });
  return (
    <>
      <PageHead title={words.title} hint={words.hint}>
        <NewToken onMade={renew} />
      </PageHead>
      <Problem error={revoke.error} />
      <Waiting query={tokens}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={words.empty} hint={words.emptyHint} />
          ) : (
            <div className="wide-table">
              <Table>
                <Table.Caption>{words.caption}</Table.Caption>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">{words.name}</Table.Th>
                    <Table.Th scope="col">{words.scopes}</Table.Th>
                    <Table.Th scope="col">{words.expires}</Table.Th>
                    <Table.Th scope="col">{words.used}</Table.Th>
                    <Table.Th scope="col">{words.revoke}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((token) => (
                    <Table.Tr key={token.id}>
                      <Table.Th scope="row">{token.name}</Table.Th>
                      <Table.Td>
                        <Group gap={4}>
                          {token.scopes.map((scope) => (
                            <Badge key={scope} variant="outline" tt="none">
                              {powerNames[scope]}
                            </Badge>
                          ))}
                        </Group>
                      </Table.Td>
                      <Table.Td>{whenText(token.expiresAt)}</Table.Td>
                      <Table.Td>
                        {token.usedAt === null
                          ? words.never
                          : `${whenText(token.usedAt)}${token.usedNetwork === null ? '' : `, ${token.usedNetwork}`}`}
                      </Table.Td>
                      <Table.Td>
                        <ConfirmButton
                          label={words.revoke}
                          warning={words.revokeWarning}
                          confirm={words.revoke}
                          onConfirm={() => revoke.mutateAsync(token.id)}
                          variant="default"
                          size="xs"
                        />
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </div>
          )
        }
      </Waiting>
    </>
  );
}
