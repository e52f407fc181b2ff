import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { orderWords as words } from '../../../../texts/panel/orders.ts';
import { ask, client } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { type Order, orderKey, ordersKey } from './order-types.ts';

/** What the order will say, and the printing of it. */
export function OrderPrinting({ order, isOpen }: { order: Order; isOpen: boolean }) {
  const { id } = order;
  const cache = useQueryClient();
  const preview = useQuery({
    // Anew with everything that is changed.
    queryKey: [...orderKey(id), 'preview', order.basis, order.points, order.people, order.number],
    queryFn: () => ask(client.GET('/api/orders/{id}/preview', { params: { path: { id } } })),
  });
  const printing = useMutation({
    mutationFn: () => ask(client.POST('/api/orders/{id}/print', { params: { path: { id } } })),
    onSettled: async () => {
      await cache.invalidateQueries({ queryKey: orderKey(id) });
      await cache.invalidateQueries({ queryKey: ordersKey });
    },
  });
  return (
    <Stack maw={720}>
      <Problem error={printing.error} />
      <Group>
        {isOpen && (
          <Button loading={printing.isPending} onClick={() => printing.mutate()}>
            {order.fileId === null ? words.print : words.printAgain}
          </Button>
        )}
        {order.fileId !== null && (
          <Anchor href={`/api/orders/${id}/file`} download>
            {words.download}
          </Anchor>
        )}
      </Group>
      <details>
        <summary>{words.preview}</summary>
        <Text size="xs" c="dimmed" my="xs">
          {words.previewHint}
        </Text>
        <Waiting query={preview}>
          {({ lines }) => (
            <Paper withBorder p="md" ff="'Times New Roman', serif">
              {lines.map((line, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing else to tell them apart
                <Text key={at} ff="inherit" mb={4}>
                  {line}
                </Text>
              ))}
            </Paper>
          )}
        </Waiting>
      </details>
    </Stack>
  );
}
