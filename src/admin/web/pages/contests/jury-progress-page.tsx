import { Alert, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { juryWatchWords as words } from '../../../../texts/panel/jury-watch.ts';
import { ask, client } from '../../client.ts';
import { SectionCard } from '../../parts/section-card.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { ContestFrame } from './contest-frame.tsx';
import { momentText, useZone } from './contest-types.ts';
import { JuryMatrix } from './jury-matrix.tsx';
import { type JuryProgress, progressKey } from './jury-progress.ts';
import { WideSpread } from './jury-spread.tsx';

/** How the jury of a contest is doing. */
export function JuryProgressPage() {
  const { id = '' } = useParams<{ id: string }>();
  const found = useQuery({
    queryKey: progressKey(id),
    queryFn: () => ask(client.GET('/api/contests/{id}/jury', { params: { path: { id } } })),
  });
  return (
    <ContestFrame>
      {() => (
        <Waiting query={found}>
          {(progress) => (
            <Stack>
              {progress.hopeless > 0 && (
                <Alert color="orange">{words.hopeless(progress.hopeless, progress.minSheets)}</Alert>
              )}
              <SectionCard title={words.jurors}>
                <Jurors progress={progress} />
              </SectionCard>
              {progress.shownAgainFrom !== null && (
                <SectionCard title={words.wideTitle}>
                  <WideSpread progress={progress} from={progress.shownAgainFrom} />
                </SectionCard>
              )}
              <SectionCard title={words.works}>
                <JuryMatrix progress={progress} />
              </SectionCard>
            </Stack>
          )}
        </Waiting>
      )}
    </ContestFrame>
  );
}

function Jurors({ progress: { jurors } }: { progress: JuryProgress }) {
  const zone = useZone();
  if (jurors.length === 0) return <Text>{words.noJurors}</Text>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reached by keyboard
    <section className="wide-table" tabIndex={0} aria-label={words.jurors}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.name}</Table.Th>
            <Table.Th>{words.done}</Table.Th>
            <Table.Th>{words.left}</Table.Th>
            <Table.Th>{words.begun}</Table.Th>
            <Table.Th>{words.abstained}</Table.Th>
            <Table.Th>{words.conflicts}</Table.Th>
            <Table.Th>{words.lastAt}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {jurors.map((juror) => (
            <Table.Tr key={juror.jurorId}>
              <Table.Td>
                {juror.name}
                {juror.isChair && ` (${words.chair})`}
              </Table.Td>
              <Table.Td>{words.ofDue(juror.finished, juror.due)}</Table.Td>
              <Table.Td fw={juror.left > 0 ? 700 : 400}>{juror.left}</Table.Td>
              <Table.Td>{juror.begun}</Table.Td>
              <Table.Td>{juror.abstained}</Table.Td>
              <Table.Td>{juror.conflicts}</Table.Td>
              <Table.Td>{juror.lastAt === null ? words.never : momentText(juror.lastAt, zone)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
