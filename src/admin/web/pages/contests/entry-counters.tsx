import { Alert, Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { entryWords as words } from '../../../../texts/panel/entries.ts';
import { SectionCard } from '../../parts/section-card.tsx';
import { type Contest, momentText, useZone } from './contest-types.ts';
import { StepButton } from './entry-steps.tsx';
import type { Entry } from './entry-types.ts';

type Point = Entry['counters'][number];

/** How a post was received over time, and what of it somebody should look at. */
export function EntryCounters({ contest, entry }: { contest: Contest; entry: Entry }) {
  const zone = useZone();
  const { counters, marks, marksSeenAt } = entry;
  return (
    <SectionCard title={words.counters}>
      {marks.length > 0 && (
        <Alert color={marksSeenAt === null ? 'orange' : 'gray'} title={words.marksTitle}>
          {marks.map((mark) => (
            <Text key={mark} size="sm">
              {mark}
            </Text>
          ))}
          {marksSeenAt !== null && <Text size="sm">{words.marksSeen(momentText(marksSeenAt, zone))}</Text>}
          {entry.may.includes('marks-seen') && (
            <StepButton contest={contest} entry={entry} step="marks-seen" />
          )}
        </Alert>
      )}
      {counters.length === 0 ? (
        <Text size="sm">{words.noCounters}</Text>
      ) : (
        <>
          {counters.length > 1 && <Chart counters={counters} zone={zone} />}
          <Counts counters={counters} zone={zone} />
        </>
      )}
    </SectionCard>
  );
}

const width = 600;
const height = 120;

function Chart({ counters, zone }: { counters: readonly Point[]; zone: string }) {
  const [first, last] = [counters[0], counters.at(-1)];
  if (first === undefined || last === undefined) return null;
  const begin = Date.parse(first.at);
  const span = Math.max(1, Date.parse(last.at) - begin);
  const line = (of: (point: Point) => number | null) => {
    const known = counters.flatMap((point) => {
      const value = of(point);
      return value === null ? [] : [{ at: Date.parse(point.at), value }];
    });
    const most = Math.max(1, ...known.map(({ value }) => value));
    return known
      .map(
        ({ at, value }) => `${((at - begin) / span) * width},${height - (value / most) * (height - 8) - 4}`,
      )
      .join(' ');
  };
  return (
    <figure style={{ margin: 0 }}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width="100%"
        role="img"
        aria-label={words.chart(momentText(first.at, zone), momentText(last.at, zone))}
      >
        <polyline
          points={line(({ likes }) => likes)}
          fill="none"
          stroke="var(--mantine-color-blue-6)"
          strokeWidth="2"
        />
        <polyline
          points={line(({ views }) => views)}
          fill="none"
          stroke="var(--mantine-color-gray-6)"
          strokeWidth="2"
          strokeDasharray="6 4"
        />
      </svg>
      <Text component="figcaption" size="sm" c="dimmed">
        {words.chartNote}
      </Text>
    </figure>
  );
}

const fewest = 5;

/** The newest first. */
function Counts({ counters, zone }: { counters: readonly Point[]; zone: string }) {
  const [isOpen, setOpen] = useState(false);
  const shown = counters.toReversed().slice(0, isOpen ? undefined : fewest);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reached by keyboard */}
      <section className="wide-table" tabIndex={0} aria-label={words.counters}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.when}</Table.Th>
              <Table.Th>{words.likesFull}</Table.Th>
              <Table.Th>{words.reposts}</Table.Th>
              <Table.Th>{words.comments}</Table.Th>
              <Table.Th>{words.views}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ at, likes, reposts, comments, views, final }) => (
              <Table.Tr key={at}>
                <Table.Td>
                  {momentText(at, zone)}
                  {final && ` (${words.final})`}
                </Table.Td>
                <Table.Td>{likes}</Table.Td>
                <Table.Td>{reposts}</Table.Td>
                <Table.Td>{comments}</Table.Td>
                <Table.Td>{views ?? words.noViews}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {!isOpen && counters.length > fewest && (
        <Button variant="subtle" size="xs" w="fit-content" onClick={() => setOpen(true)}>
          {words.showAll}
        </Button>
      )}
    </>
  );
}
