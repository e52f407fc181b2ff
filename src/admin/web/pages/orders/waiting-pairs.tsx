import { Alert, Anchor, Group, List } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { orderWords as words } from '../../../../texts/panel/orders.ts';
import { ask, client, newKey } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { Problem } from '../../parts/problem.tsx';
import { ordersKey } from './order-types.ts';

export const waitingKey = [...ordersKey, 'waiting'] as const;
const shown = 10;

/** Organizations whose agreed pairs wait for an order. */
export function WaitingPairs() {
  const cache = useQueryClient();
  const waiting = useQuery({ queryKey: waitingKey, queryFn: () => ask(client.GET('/api/orders/waiting')) });
  const drafting = useMutation({
    mutationFn: () => ask(client.POST('/api/orders/drafts', { headers: { 'idempotency-key': newKey() } })),
    onSettled: () => cache.invalidateQueries({ queryKey: ordersKey }),
  });
  const items = waiting.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Alert title={words.waitingTitle} mb="md">
      <Problem error={drafting.error} />
      <Group justify="space-between" align="flex-end">
        <List size="sm">
          {items.slice(0, shown).map(({ organizationId, organizationName, pairs }) => (
            <List.Item key={organizationId}>
              <Anchor component={Link} href={`/orders/new?organizationId=${organizationId}`} size="sm">
                {words.waiting(organizationName, pairs)}
              </Anchor>
            </List.Item>
          ))}
          {items.length > shown && <List.Item>…</List.Item>}
        </List>
        <ConfirmButton
          variant="default"
          label={words.draftAll}
          warning={words.draftAllWarning(items.length)}
          confirm={words.draftAllConfirm}
          onConfirm={() => drafting.mutateAsync()}
        />
      </Group>
    </Alert>
  );
}
