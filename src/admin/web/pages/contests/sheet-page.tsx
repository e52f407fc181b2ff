import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { judgingWords as words } from '../../../../texts/panel/judging.ts';
import { ask, client } from '../../client.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { type SheetLine, sheetKey, useWorks } from './judging-types.ts';
import { SheetForm } from './sheet-form.tsx';
import { WorkShown } from './work-shown.tsx';

/** One work on one screen, with its sheet; made for a phone. */
export function SheetPage() {
  const { contestId = '', entryId = '' } = useParams<{ contestId: string; entryId: string }>();
  const works = useWorks(contestId);
  const sheet = useQuery({
    queryKey: sheetKey(entryId),
    queryFn: () => ask(client.GET('/api/judging/entries/{id}', { params: { path: { id: entryId } } })),
    // What is typed here is newer than what comes again.
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
  return (
    <Waiting query={sheet}>
      {(view) => (
        <>
          <PageHead title={words.work(entryId)} hint={view.contest.title}>
            <Anchor component={Link} href={`/judging/${contestId}`} py={10}>
              {words.toList}
            </Anchor>
          </PageHead>
          <Stack maw={640}>
            {view.isAskedAgain && view.contest.mayJudge && (
              <Alert color="orange" title={words.again}>
                {words.againHint}
              </Alert>
            )}
            <WorkShown work={view.work} isBlind={view.contest.blind} />
            <SheetForm key={entryId} view={view} contestId={contestId} />
            <Leafing items={works.data?.items ?? []} contestId={contestId} entryId={entryId} />
          </Stack>
        </>
      )}
    </Waiting>
  );
}

type Place = { items: readonly SheetLine[]; contestId: string; entryId: string };

function Leafing({ items, contestId, entryId }: Place) {
  const at = items.findIndex((line) => line.entryId === entryId);
  if (at < 0) return null;
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed" ta="center">
        {words.position(at + 1, items.length)}
      </Text>
      <Group grow>
        <Turn line={items[at - 1]} contestId={contestId} label={words.previous} />
        <Turn line={items[at + 1]} contestId={contestId} label={words.next} />
      </Group>
    </Stack>
  );
}

function Turn({ line, contestId, label }: { line: SheetLine | undefined; contestId: string; label: string }) {
  if (line === undefined) {
    return (
      <Button variant="default" mih={48} disabled>
        {label}
      </Button>
    );
  }
  return (
    <Button component={Link} href={`/judging/${contestId}/${line.entryId}`} variant="default" mih={48}>
      {label}
    </Button>
  );
}
