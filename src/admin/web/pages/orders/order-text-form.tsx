import { Button, Checkbox, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { orderWords as words } from '../../../../texts/panel/orders.ts';
import { ask, client } from '../../client.ts';
import { type Conflict, ConflictDialog, conflictIn } from '../../parts/conflict-dialog.tsx';
import { Problem } from '../../parts/problem.tsx';
import { dayOf, type Order, orderKey } from './order-types.ts';

type Props = { order: Order; version: string; isOpen: boolean };
type Mine = Pick<Order, 'basis' | 'points' | 'controlId' | 'signerId'> & { pairIds: string[] };

const labels = { basis: words.basis, points: words.points, signerId: words.signer, controlId: words.control };

/** What the order says besides names, which pairs it fixes, who signs and who controls. */
export function OrderTextForm({ order, version, isOpen }: Props) {
  const cache = useQueryClient();
  const [mine, setMine] = useState<Mine>({
    basis: order.basis,
    points: order.points,
    controlId: order.controlId,
    signerId: order.signerId,
    pairIds: order.pairs.map(({ id }) => id),
  });
  const [conflict, setConflict] = useState<Conflict<Order> | null>(null);
  const refresh = () => cache.invalidateQueries({ queryKey: orderKey(order.id) });
  const saving = useMutation({
    mutationFn: (upon: string) =>
      ask(
        client.PATCH('/api/orders/{id}', {
          params: { path: { id: order.id } },
          headers: { 'if-match': upon },
          body: { ...mine, points: mine.points.map((point) => point.trim()).filter((point) => point !== '') },
        }),
      ),
    onSuccess: refresh,
    onError: (error) => setConflict(conflictIn<Order>(error)),
  });
  const change = (changed: Partial<Mine>) => setMine({ ...mine, ...changed });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(version);
      }}
    >
      <Stack maw={720}>
        {conflict === null && <Problem error={saving.error} />}
        <Textarea
          label={words.basis}
          description={words.basisHint}
          autosize
          maxLength={2000}
          readOnly={!isOpen}
          value={mine.basis}
          onChange={({ currentTarget }) => change({ basis: currentTarget.value })}
        />
        <Textarea
          label={words.points}
          description={words.pointsHint}
          autosize
          readOnly={!isOpen}
          value={mine.points.join('\n')}
          onChange={({ currentTarget }) => change({ points: currentTarget.value.split('\n') })}
        />
        {isOpen && <Officials order={order} mine={mine} change={change} />}
        <Checkbox.Group
          label={words.inOrder}
          value={mine.pairIds}
          onChange={(pairIds) => isOpen && change({ pairIds })}
        >
          <Stack gap="xs" mt="xs">
            {order.pairs.map((pair) => (
              <Checkbox key={pair.id} value={pair.id} readOnly={!isOpen} label={pairLabel(order, pair)} />
            ))}
          </Stack>
        </Checkbox.Group>
        {isOpen && (
          <Group>
            <Button type="submit" loading={saving.isPending} disabled={mine.pairIds.length === 0}>
              {words.saveText}
            </Button>
            {saving.isSuccess && (
              <Text size="sm" role="status">
                {words.saved}
              </Text>
            )}
          </Group>
        )}
      </Stack>
      <ConflictDialog<Order>
        conflict={conflict}
        mine={{ basis: mine.basis, points: mine.points, controlId: mine.controlId, signerId: mine.signerId }}
        labels={labels}
        shown={(_field, value) => (Array.isArray(value) ? value.join('\n') : String(value ?? words.nobody))}
        onTakeTheirs={() => {
          setConflict(null);
          void refresh();
        }}
        onKeepMine={(upon) => {
          setConflict(null);
          saving.mutate(upon);
        }}
      />
    </form>
  );
}

function pairLabel({ people, state }: Order, pair: Order['pairs'][number]): string {
  const name = (id: string) => people.find(({ personId }) => personId === id)?.name ?? '';
  const who = `${name(pair.mentorId)} → ${pair.menteeIds.map(name).join(', ')}`;
  const term = words.term(dayOf(pair.fromOn), dayOf(pair.toOn));
  const isGone = pair.state !== 'agreed' && (state === 'draft' || state === 'printed');
  return `${who}, ${term}${isGone ? ` — ${words.pairGone}` : ''}`;
}

function Officials({
  order,
  mine,
  change,
}: {
  order: Order;
  mine: Mine;
  change: (changed: Partial<Mine>) => void;
}) {
  const { organizationId } = order;
  const candidates = useQuery({
    queryKey: ['order-candidates', organizationId],
    queryFn: () => ask(client.GET('/api/orders/candidates', { params: { query: { organizationId } } })),
  });
  const data = (candidates.data?.officials ?? []).map(({ personId, name }) => ({
    value: personId,
    label: name,
  }));
  const people = [...new Map(data.map((each) => [each.value, each])).values()];
  return (
    <Group grow align="flex-start" preventGrowOverflow={false}>
      <Select
        label={words.signer}
        placeholder={words.nobody}
        clearable
        miw={240}
        value={mine.signerId}
        onChange={(signerId) => change({ signerId })}
        data={people}
      />
      <Select
        label={words.control}
        placeholder={words.controlSelf}
        clearable
        miw={240}
        value={mine.controlId}
        onChange={(controlId) => change({ controlId })}
        data={people}
      />
    </Group>
  );
}
