import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { pairPanelWords as words } from '../../../../texts/panel/pairs.ts';
import { BoardCard } from './board-card.tsx';
import type { BoardColumn, PairRow, Step } from './pair-data.ts';

type CardsProps = {
  column: BoardColumn;
  mayMove: boolean;
  onStep: (pair: PairRow, step: Step) => void;
  onDrag: (pair: PairRow | null) => void;
};

export function ColumnCards({ column, mayMove, onStep, onDrag }: CardsProps) {
  const { items, total } = column;
  return (
    <>
      <Stack component="ul" gap="xs" className="plain-list">
        {items.map((pair) => (
          <BoardCard
            key={pair.id}
            pair={pair}
            mayMove={mayMove}
            onStep={(step) => onStep(pair, step)}
            onDrag={onDrag}
          />
        ))}
      </Stack>
      {total > items.length && (
        <Text size="xs" c="dimmed">
          {words.shownOf(items.length, total)}
        </Text>
      )}
    </>
  );
}

/** `accepts`: what is dragged now may be dropped here. */
export function Column({
  column,
  accepts,
  onDrop,
  ...cards
}: CardsProps & { accepts: boolean; onDrop: () => void }) {
  const name = words.columns[column.state];
  return (
    <section
      className={accepts ? 'board-column board-column-open' : 'board-column'}
      aria-label={words.inColumn(name, column.total)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
    >
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <Title order={2} size="h5">
          {name}
        </Title>
        <Badge variant="default">{column.total}</Badge>
      </Group>
      {column.total === 0 ? (
        <Text size="sm" c="dimmed">
          {words.columnEmpty}
        </Text>
      ) : (
        <ColumnCards column={column} {...cards} />
      )}
    </section>
  );
}
