import { Table, Text } from '@mantine/core';
import { awardNames, decimal } from '../../../../texts/contest-rules.ts';
import { digitsOf, tieWords } from '../../../../texts/documents/contest-words.ts';
import { contestResultsWords as words } from '../../../../texts/panel/contest-results.ts';
import { SectionCard } from '../../parts/section-card.tsx';
import type { Ranked, Results, Unranked } from './results-types.ts';

/** The places inside one nomination. */
export function ResultsTable({
  results,
  nomination,
}: {
  results: Results;
  nomination: { id: string; title: string };
}) {
  const ranking = results.ranking.nominations.find(({ nominationId }) => nominationId === nomination.id);
  if (ranking === undefined || ranking.ranked.length + ranking.unranked.length === 0) return null;
  const title = nomination.title === '' ? results.title : nomination.title;
  const digits = digitsOf(ranking.ranked);
  const { by } = results.rules;
  return (
    <SectionCard title={title}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reached by keyboard */}
      <section className="wide-table" tabIndex={0} aria-label={words.caption(title)}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.place}</Table.Th>
              <Table.Th>{words.work}</Table.Th>
              {by !== 'activity' && <Table.Th>{words.jury}</Table.Th>}
              {by !== 'jury' && <Table.Th>{words.activity}</Table.Th>}
              <Table.Th>{words.score}</Table.Th>
              <Table.Th>{words.award}</Table.Th>
              {by !== 'activity' && <Table.Th>{words.sheets}</Table.Th>}
              <Table.Th>{words.note}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...ranking.ranked, ...ranking.unranked].map((entry) => (
              <Line key={entry.entryId} results={results} entry={entry} digits={digits} />
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </SectionCard>
  );
}

function Line({ results, entry, digits }: { results: Results; entry: Ranked | Unranked; digits: number }) {
  const known = results.entries.find(({ id }) => id === entry.entryId);
  const { by } = results.rules;
  const isRanked = 'place' in entry;
  const note = isRanked ? (entry.tie === null ? '' : tieWords[entry.tie]) : words.reasons[entry.reason];
  const who = known?.teamName ?? known?.authors.join(', ') ?? '';
  return (
    <Table.Tr>
      <Table.Td>{isRanked ? entry.place : words.withoutPlace}</Table.Td>
      <Table.Td miw={200}>
        № {entry.entryId}
        {known !== undefined && known.title !== '' && ` «${known.title}»`}
        <Text size="xs" c="dimmed">
          {[who, known?.organizationName ?? ''].filter((part) => part !== '').join(' · ')}
        </Text>
      </Table.Td>
      {by !== 'activity' && <Table.Td>{scoreText(entry.jury)}</Table.Td>}
      {by !== 'jury' && <Table.Td>{scoreText(entry.activity?.score ?? null)}</Table.Td>}
      <Table.Td fw={600}>{isRanked ? decimal(entry.score, digits) : ''}</Table.Td>
      <Table.Td>{awardNames[isRanked ? entry.award : 'participant']}</Table.Td>
      {by !== 'activity' && <Table.Td>{entry.sheets.length}</Table.Td>}
      <Table.Td maw={260}>
        <Text size="xs">{note}</Text>
      </Table.Td>
    </Table.Tr>
  );
}

function scoreText(score: number | null): string {
  return score === null ? '' : decimal(score, 2);
}
