import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { Link } from 'wouter';
import { pairPanelWords as words } from '../../../../texts/panel/pairs.ts';
import { Empty } from '../../parts/empty.tsx';
import { useListState } from '../../parts/list-state.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay, useSelf } from '../../self.ts';
import { Column, ColumnCards } from './board-column.tsx';
import { pairNames } from './names.ts';
import { OrganizationSelect } from './organization-select.tsx';
import { type BoardColumn, type PairRow, type PairState, type Step, useBoard } from './pair-data.ts';
import { stepBetween } from './pair-steps.ts';
import { type AskedStep, StepDialog } from './step-dialog.tsx';

/** The board: columns side by side, on a phone one at a time. */
export function BoardPage() {
  const { q, search, filters, filter } = useListState<'organization'>('proposed', ['organization']);
  const { organization } = filters;
  const board = useBoard(q, organization);
  const isWhole = useSelf().data?.wholeCity ?? false;
  const mayMove = useMay('pairs:write');
  const [asked, setAsked] = useState<AskedStep | null>(null);
  const onStep = (pair: PairRow, step: Step) => setAsked({ pairId: pair.id, names: pairNames(pair), step });
  return (
    <>
      <PageHead title={words.title} hint={words.hint}>
        <Button component={Link} href="/mentees" variant="default">
          {words.queue}
        </Button>
        {mayMove && (
          <Button component={Link} href="/pairs/new">
            {words.propose}
          </Button>
        )}
      </PageHead>
      <Stack>
        <Group align="flex-end">
          <SearchBox q={q} onSearch={search} label={words.surname} />
          {isWhole && (
            <OrganizationSelect chosen={organization ?? null} onChoose={(id) => filter('organization', id)} />
          )}
        </Group>
        <Waiting query={board}>
          {({ columns }) =>
            q === '' && organization === undefined && columns.every(({ total }) => total === 0) ? (
              <Empty title={words.none} hint={words.noneHint}>
                <Button component={Link} href="/mentees">
                  {words.queue}
                </Button>
              </Empty>
            ) : (
              <Board columns={columns} mayMove={mayMove} onStep={onStep} />
            )
          }
        </Waiting>
      </Stack>
      <StepDialog asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}

type BoardProps = {
  columns: readonly BoardColumn[];
  mayMove: boolean;
  onStep: (pair: PairRow, step: Step) => void;
};

function Board(props: BoardProps) {
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  return isPhone ? <OneColumn {...props} /> : <Columns {...props} />;
}

function Columns({ columns, mayMove, onStep }: BoardProps) {
  const [dragged, setDragged] = useState<PairRow | null>(null);
  const drop = (to: PairState) => {
    if (dragged === null || dragged.state === to) return;
    const step = stepBetween(dragged.state, to);
    setDragged(null);
    if (step !== null) onStep(dragged, step);
    else {
      const isOrder = dragged.state === 'agreed' && to === 'ordered';
      notifications.show({ color: 'yellow', message: isOrder ? words.orderHint : words.wrongMove });
    }
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reached by keyboard
    <section className="board" tabIndex={0} aria-label={words.board}>
      {columns.map((column) => (
        <Column
          key={column.state}
          column={column}
          mayMove={mayMove}
          accepts={dragged !== null && stepBetween(dragged.state, column.state) !== null}
          onStep={onStep}
          onDrag={setDragged}
          onDrop={() => drop(column.state)}
        />
      ))}
    </section>
  );
}

function OneColumn({ columns, mayMove, onStep }: BoardProps) {
  const [first] = columns.filter(({ total }) => total > 0);
  const [state, setState] = useState<PairState>(first?.state ?? 'proposed');
  const column = columns.find((each) => each.state === state);
  return (
    <Stack>
      <Select
        label={words.chooseColumn}
        allowDeselect={false}
        value={state}
        data={columns.map((each) => ({
          value: each.state,
          label: words.inColumn(words.columns[each.state], each.total),
        }))}
        onChange={(value) => setState((value ?? 'proposed') as PairState)}
      />
      {column === undefined || column.total === 0 ? (
        <Text c="dimmed">{words.columnEmpty}</Text>
      ) : (
        <ColumnCards column={column} mayMove={mayMove} onStep={onStep} onDrag={() => undefined} />
      )}
    </Stack>
  );
}
