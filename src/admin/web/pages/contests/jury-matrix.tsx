import { Button, NativeSelect, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { juryWatchWords as words } from '../../../../texts/panel/jury-watch.ts';
import { JuryComments } from './jury-comments.tsx';
import type { JuryProgress } from './jury-progress.ts';

type Row = JuryProgress['rows'][number];

/** How many works are shown at once: thousands would stop a phone. */
const shownAtOnce = 100;

/** Works by jurors: who has given what, and who may not. */
export function JuryMatrix({ progress }: { progress: JuryProgress }) {
  const { rows, jurors } = progress;
  const nominations = [...new Set(rows.map(({ nomination }) => nomination))];
  const [chosen, setChosen] = useState('');
  const [most, setMost] = useState(shownAtOnce);
  if (rows.length === 0) return <Text>{words.noWorks}</Text>;
  const fitting = rows.filter(({ nomination }) => chosen === '' || nomination === chosen);
  return (
    <>
      {nominations.length > 1 && (
        <NativeSelect
          label={words.filter}
          maw={320}
          value={chosen}
          onChange={({ currentTarget: { value } }) => {
            setChosen(value);
            setMost(shownAtOnce);
          }}
          data={[{ value: '', label: words.all }, ...nominations.filter((title) => title !== '')]}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reached by keyboard */}
      <section className="wide-table" tabIndex={0} aria-label={words.works}>
        <Table verticalSpacing="xs" withColumnBorders>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.work}</Table.Th>
              {jurors.map(({ jurorId, name }) => (
                <Table.Th key={jurorId}>{name}</Table.Th>
              ))}
              <Table.Th>{words.range}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {fitting.slice(0, most).map((row) => (
              <WorkRow key={row.entryId} row={row} contestId={progress.contestId} />
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {fitting.length > most && (
        <Button variant="default" onClick={() => setMost(most + shownAtOnce)}>
          {words.more(Math.min(shownAtOnce, fitting.length - most))}
        </Button>
      )}
    </>
  );
}

function WorkRow({ row, contestId }: { row: Row; contestId: string }) {
  return (
    <Table.Tr>
      <Table.Td miw={200}>
        <WorkName row={row} />
        <JuryComments contestId={contestId} entryId={row.entryId} />
      </Table.Td>
      {row.cells.map(({ jurorId, state, total }) => (
        <Table.Td key={jurorId}>{total === null ? words.cells[state] : words.total(total)}</Table.Td>
      ))}
      <Table.Td fw={row.isWide ? 700 : 400}>{row.range === null ? '' : words.total(row.range)}</Table.Td>
    </Table.Tr>
  );
}

export function WorkName({ row }: { row: Row }) {
  const { entryId, title, authors, organizationName, askedAgainAt } = row;
  return (
    <>
      {words.workOf(entryId)}
      {title !== '' && ` «${title}»`}
      <Text size="xs" c="dimmed">
        {[authors.join(', '), organizationName, askedAgainAt === null ? '' : words.shownAgain]
          .filter((part) => part !== '')
          .join(' · ')}
      </Text>
    </>
  );
}
