import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { Link, useParams } from 'wouter';
import { judgingWords as words } from '../../../../texts/panel/judging.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { JudgingState } from './judging-page.tsx';
import { nextWork, type SheetLine, useWorks } from './judging-types.ts';

const stateColors: Partial<Record<SheetLine['state'], string>> = { begun: 'blue', finished: 'teal' };

/** The works one is to judge, one below the other, each as wide as a thumb. */
export function JudgingWorksPage() {
  const { contestId = '' } = useParams<{ contestId: string }>();
  const found = useWorks(contestId);
  return (
    <Waiting query={found}>
      {(contest) => {
        const next = nextWork(contest.items);
        return (
          <>
            <PageHead title={contest.title}>
              <Anchor component={Link} href="/judging">
                {words.toContests}
              </Anchor>
            </PageHead>
            <Stack maw={640}>
              <JudgingState contest={contest} />
              {next !== undefined && (
                <Button component={Link} href={`/judging/${contest.id}/${next.entryId}`} size="md" mih={48}>
                  {contest.mayJudge && contest.finished < contest.due ? words.goOn : words.look}
                </Button>
              )}
              {contest.items.length === 0 && contest.stage !== 'open' && contest.stage !== 'announced' && (
                <Text>{words.noWorks}</Text>
              )}
              <Stack component="ul" gap="xs" p={0} m={0} aria-label={words.list}>
                {contest.items.map((line) => (
                  <WorkLine key={line.entryId} contestId={contest.id} line={line} />
                ))}
              </Stack>
            </Stack>
          </>
        );
      }}
    </Waiting>
  );
}

function WorkLine({ contestId, line }: { contestId: string; line: SheetLine }) {
  const { entryId, title, nomination, state, isAskedAgain } = line;
  return (
    <li style={{ listStyle: 'none' }}>
      <Group justify="space-between" wrap="wrap" mih={48} gap="xs">
        <Stack gap={0} flex="1 1 200px">
          <Anchor component={Link} href={`/judging/${contestId}/${entryId}`} py={6}>
            {words.work(entryId)}
            {title === '' ? '' : `: ${title}`}
          </Anchor>
          {nomination !== '' && (
            <Text size="xs" c="dimmed">
              {nomination}
            </Text>
          )}
        </Stack>
        <Badge
          variant="outline"
          radius="sm"
          tt="none"
          miw="max-content"
          color={isAskedAgain ? 'orange' : (stateColors[state] ?? 'gray')}
        >
          {isAskedAgain ? words.again : words.states[state]}
        </Badge>
      </Group>
    </li>
  );
}
