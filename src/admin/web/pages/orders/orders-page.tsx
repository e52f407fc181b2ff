import { Anchor, Badge, Button, Group, Select } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { orderStates } from '../../../../domain/documents/pair-order.ts';
import { orderWords as words } from '../../../../texts/panel/orders.ts';
import { ask, client, newKey } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ErrandProgress } from '../../parts/errand-progress.tsx';
import { useListState } from '../../parts/list-state.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Problem } from '../../parts/problem.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay } from '../../self.ts';
import { dayOf, type OrderLine, ordersKey } from './order-types.ts';
import { WaitingPairs } from './waiting-pairs.tsx';

/** All orders on pairs, and where pairs wait for one. */
export function OrdersPage() {
  const may = useMay('documents:write');
  const state = useListState('-created', ['state']);
  const found = useQuery({
    queryKey: [...ordersKey, state.query],
    queryFn: () => ask(client.GET('/api/orders', { params: { query: state.query as never } })),
    placeholderData: keepPreviousData,
  });
  const empty = <Empty title={words.empty} hint={words.emptyHint} />;
  return (
    <>
      <PageHead title={words.title} hint={words.hint}>
        {may && (
          <Button component={Link} href="/orders/new">
            {words.create}
          </Button>
        )}
      </PageHead>
      {may && <WaitingPairs />}
      <Group align="flex-end" mb="md">
        <SearchBox q={state.q} onSearch={state.search} />
        <Select
          label={words.state}
          placeholder={words.anyState}
          clearable
          value={state.filters.state ?? null}
          onChange={(value) => state.filter('state', value)}
          data={orderStates.map((value) => ({ value, label: words.states[value] }))}
        />
        {may && found.data !== undefined && found.data.total > 0 && <PrintShown orders={found.data.items} />}
      </Group>
      <Waiting query={found}>
        {(page) => (
          <DataTable
            caption={words.caption}
            columns={columns}
            found={page}
            keyOf={({ id }) => id}
            state={state}
            empty={empty}
          />
        )}
      </Waiting>
    </>
  );
}

const columns: readonly Column<OrderLine>[] = [
  {
    key: 'organization',
    label: words.organization,
    sort: 'organization',
    cell: ({ id, organizationName }) => (
      <Anchor component={Link} href={`/orders/${id}`} aria-label={words.openOf(organizationName)}>
        {organizationName}
      </Anchor>
    ),
  },
  {
    key: 'state',
    label: words.state,
    cell: ({ state }) => (
      <Badge variant="outline" radius="sm" tt="none" color={state === 'registered' ? 'teal' : 'gray'}>
        {words.states[state]}
      </Badge>
    ),
  },
  { key: 'number', label: words.number, cell: ({ number }) => number ?? words.noNumber },
  {
    key: 'date',
    label: words.date,
    sort: 'ordered',
    cell: ({ orderedOn }) => (orderedOn === null ? '' : dayOf(orderedOn)),
  },
  { key: 'pairs', label: words.pairs, cell: ({ pairs }) => pairs },
  { key: 'scan', label: words.scan, cell: ({ hasScan }) => (hasScan ? words.hasScan : '') },
  { key: 'created', label: words.created, sort: 'created', cell: ({ createdAt }) => dayOf(createdAt) },
];

function PrintShown({ orders }: { orders: readonly OrderLine[] }) {
  const [errandId, setErrandId] = useState<string | null>(null);
  const ids = orders.filter(({ state }) => state !== 'cancelled').map(({ id }) => id);
  const printing = useMutation({
    mutationFn: () =>
      ask(client.POST('/api/orders/print', { headers: { 'idempotency-key': newKey() }, body: { ids } })),
    onSuccess: ({ id }) => setErrandId(id),
  });
  if (ids.length === 0) return null;
  return (
    <>
      <ConfirmButton
        variant="default"
        label={words.printShown}
        warning={words.printShownWarning(ids.length)}
        confirm={words.printShownConfirm}
        onConfirm={() => printing.mutateAsync()}
      />
      <Problem error={printing.error} />
      {errandId !== null && (
        <div style={{ flexBasis: '100%' }}>
          <ErrandProgress id={errandId} title={words.printing}>
            {({ facts }) => words.printed(facts)}
          </ErrandProgress>
        </div>
      )}
    </>
  );
}
