import { Alert, List, Stack, Text } from '@mantine/core';
import { useParams } from 'wouter';
import { methodLines } from '../../../../texts/contest-rules.ts';
import { contestResultsWords as words } from '../../../../texts/panel/contest-results.ts';
import { SectionCard } from '../../parts/section-card.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay } from '../../self.ts';
import { ContestFrame } from './contest-frame.tsx';
import { momentText, useZone } from './contest-types.ts';
import { CheckResults } from './results-check.tsx';
import { ResultsPapers } from './results-papers.tsx';
import { ResultsPublication } from './results-publication.tsx';
import { ResultsTable } from './results-table.tsx';
import { type Results, useResults } from './results-types.ts';

/** The places of a contest, how they come about, and what is done with them. */
export function ResultsPage() {
  const { id = '' } = useParams<{ id: string }>();
  const found = useResults(id);
  const may = useMay('contests:write');
  return (
    <ContestFrame>
      {() => (
        <Waiting query={found}>
          {(results) => (
            <Stack>
              <Standing results={results} />
              {results.entries.length === 0 ? (
                <Text>{words.noWorks}</Text>
              ) : (
                results.nominations.map((nomination) => (
                  <ResultsTable key={nomination.id} results={results} nomination={nomination} />
                ))
              )}
              <SectionCard title={words.method}>
                <List size="sm" spacing="xs" maw={820}>
                  {methodLines(results.rules, results.criteria).map((line) => (
                    <List.Item key={line}>{line}</List.Item>
                  ))}
                </List>
              </SectionCard>
              {may && !results.isStored && results.stage === 'judging' && results.entries.length > 0 && (
                <CheckResults results={results} />
              )}
              <ResultsPapers results={results} may={may} />
              {may && results.isStored && <ResultsPublication results={results} />}
            </Stack>
          )}
        </Waiting>
      )}
    </ContestFrame>
  );
}

function Standing({ results: { isStored, checkedAt, publishedAt } }: { results: Results }) {
  const zone = useZone();
  if (!isStored || checkedAt === null) {
    return <Alert title={words.preliminary}>{words.preliminaryHint}</Alert>;
  }
  return (
    <Alert color="teal">
      {words.checkedHint(momentText(checkedAt, zone))}
      {publishedAt !== null && ` ${words.publishedHint(momentText(publishedAt, zone))}`}
    </Alert>
  );
}
