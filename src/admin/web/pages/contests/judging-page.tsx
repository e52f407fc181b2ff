import { Alert, Button, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { judgingWords as words } from '../../../../texts/panel/judging.ts';
import { ask, client } from '../../client.ts';
import { Empty } from '../../parts/empty.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { momentText, useZone } from './contest-types.ts';
import { type JurorContest, judgingKey } from './judging-types.ts';

/** Contests of whose jury one is, and how far one is with each. */
export function JudgingPage() {
  const found = useQuery({
    queryKey: judgingKey,
    queryFn: () => ask(client.GET('/api/judging/contests')),
  });
  return (
    <>
      <PageHead title={words.title} hint={words.hint} />
      <Waiting query={found}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={words.empty} hint={words.emptyHint} />
          ) : (
            <Stack maw={640}>
              {items.map((contest) => (
                <ContestCard key={contest.id} contest={contest} />
              ))}
            </Stack>
          )
        }
      </Waiting>
    </>
  );
}

function ContestCard({ contest }: { contest: JurorContest }) {
  return (
    <Paper component="section" withBorder p="md" radius="md">
      <Stack gap="xs">
        <Title order={2} size="h4">
          {contest.title}
        </Title>
        <JudgingState contest={contest} />
        <Button
          component={Link}
          href={`/judging/${contest.id}`}
          size="md"
          mih={48}
          variant={contest.mayJudge ? 'filled' : 'default'}
          aria-label={words.openContest(contest.title)}
        >
          {contest.mayJudge && contest.finished < contest.due ? words.goOn : words.open}
        </Button>
      </Stack>
    </Paper>
  );
}

/** What is to be done and until when. */
export function JudgingState({ contest }: { contest: JurorContest }) {
  const zone = useZone();
  const { stage, mayJudge, judgingUntil, due, finished, conflicts, blind } = contest;
  if (stage === 'announced' || stage === 'open') return <Text>{words.notYet}</Text>;
  return (
    <Stack gap={6}>
      <Text size="sm">
        {!mayJudge ? words.over : judgingUntil !== null && words.until(momentText(judgingUntil, zone))}
      </Text>
      {due > 0 && (
        <>
          <Text fw={600}>{words.progress(finished, due)}</Text>
          <Progress value={(100 * finished) / due} color="teal" aria-label={words.progress(finished, due)} />
        </>
      )}
      {mayJudge && due > 0 && finished === due && <Alert color="teal">{words.allDone}</Alert>}
      {conflicts > 0 && (
        <Text size="sm" c="dimmed">
          {words.conflicts(conflicts)}
        </Text>
      )}
      {blind && (
        <Text size="sm" c="dimmed">
          {words.blind}
        </Text>
      )}
    </Stack>
  );
}
