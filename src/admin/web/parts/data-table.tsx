import { Button, Group, Table, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { shellWords as words } from '../../../texts/panel/shell.ts';
import { Empty } from './empty.tsx';
import type { ListShown } from './list-state.ts';

export type Column<Item> = {
  key: string;
  label: string;
  /** The name of the sort that orders by it. */
  sort?: string;
  cell: (item: Item) => ReactNode;
};

type Props<Item> = {
  /** What it lists, for whoever can't see it. */
  caption: string;
  columns: readonly Column<Item>[];
  found: { items: readonly Item[]; total: number };
  keyOf: (item: Item) => string;
  state: ListShown;
  /** Shown where there is nothing at all, not even without filters. */
  empty?: ReactNode;
};

/** A page of a list as a table that can be ordered and leafed through. */
export function DataTable<Item>({ caption, columns, found, keyOf, state, empty }: Props<Item>) {
  if (found.total === 0) {
    const isFiltered = state.q !== '' || Object.keys(state.filters).length > 0;
    if (!isFiltered && empty !== undefined) return <>{empty}</>;
    return (
      <Empty title={words.nothingFound} hint={words.nothingFoundHint}>
        <Button variant="default" onClick={state.reset}>
          {words.clear}
        </Button>
      </Empty>
    );
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reached by keyboard */}
      <section className="wide-table data-table" tabIndex={0} aria-label={caption}>
        <Table highlightOnHover verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <ColumnHead key={column.key} column={column} state={state} />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.items.map((item) => (
              <Table.Tr key={keyOf(item)}>
                {columns.map(({ key, label, cell }) => (
                  <Table.Td key={key} data-label={label}>
                    {cell(item)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <Leafing total={found.total} state={state} />
    </>
  );
}

function ColumnHead<Item>({ column, state }: { column: Column<Item>; state: ListShown }) {
  const { label, sort } = column;
  if (sort === undefined) return <Table.Th>{label}</Table.Th>;
  const isUp = state.sort === sort;
  const isDown = state.sort === `-${sort}`;
  return (
    <Table.Th aria-sort={isUp ? 'ascending' : isDown ? 'descending' : 'none'}>
      <UnstyledButton
        fw={700}
        fz="sm"
        title={words.sortBy(label)}
        onClick={() => state.order(isUp ? `-${sort}` : sort)}
      >
        {label} <span aria-hidden="true">{isUp ? '↑' : isDown ? '↓' : ''}</span>
      </UnstyledButton>
    </Table.Th>
  );
}

function Leafing({ total, state }: { total: number; state: ListShown }) {
  const { page, size, turn } = state;
  const from = (page - 1) * size + 1;
  const to = Math.min(page * size, total);
  return (
    <Group justify="space-between" mt="sm">
      <Text size="sm" c="dimmed" role="status">
        {words.shown(Math.min(from, total), to, total)}
      </Text>
      {total > size && (
        <Group gap="xs">
          <Button variant="default" size="xs" disabled={page <= 1} onClick={() => turn(page - 1)}>
            {words.previousPage}
          </Button>
          <Button variant="default" size="xs" disabled={to >= total} onClick={() => turn(page + 1)}>
            {words.nextPage}
          </Button>
        </Group>
      )}
    </Group>
  );
}
