import { Anchor, Button, CopyButton, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { EntryStep } from '../../../../domain/contests/entry-steps.ts';
import { stepWords, entryWords as words } from '../../../../texts/panel/entries.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { ask, client } from '../../client.ts';
import { Empty } from '../../parts/empty.tsx';
import { useListState } from '../../parts/list-state.ts';
import { fullNameOf } from '../../parts/person-name.tsx';
import { Problem } from '../../parts/problem.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { ContestFrame } from './contest-frame.tsx';
import { type Contest, momentText, useZone } from './contest-types.ts';
import { StepButton } from './entry-steps.tsx';
import { entriesKey, type FoundLine, useStep } from './entry-types.ts';

/** Posts with the contest's hashtags that nobody has handed in. */
export function FoundPage() {
  return <ContestFrame>{(contest) => <Found contest={contest} />}</ContestFrame>;
}

function Found({ contest }: { contest: Contest }) {
  const { page, size, turn } = useListState('found');
  const found = useQuery({
    queryKey: [...entriesKey(contest.id), 'found', page],
    queryFn: () =>
      ask(
        client.GET('/api/contests/{id}/found-entries', {
          params: { path: { id: contest.id }, query: { page, size } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  return (
    <Waiting query={found}>
      {({ items, total, invitation }) =>
        total === 0 ? (
          <Empty title={words.foundEmpty} hint={words.foundEmptyHint} />
        ) : (
          <Stack maw={900}>
            <div>
              <Title order={2} size="h3">
                {words.foundTitle}
              </Title>
              <Text c="dimmed">{words.foundHint}</Text>
            </div>
            {items.some(({ author }) => author === null) && <Invitation text={invitation} />}
            {items.map((line) => (
              <FoundCard key={line.id} contest={contest} line={line} />
            ))}
            {total > size && (
              <Group>
                <Button variant="default" disabled={page <= 1} onClick={() => turn(page - 1)}>
                  {shellWords.previousPage}
                </Button>
                <Button variant="default" disabled={page * size >= total} onClick={() => turn(page + 1)}>
                  {shellWords.nextPage}
                </Button>
              </Group>
            )}
          </Stack>
        )
      }
    </Waiting>
  );
}

function Invitation({ text }: { text: string }) {
  return (
    <SectionCard title={words.invitation}>
      <Text size="sm" c="dimmed">
        {words.invitationHint}
      </Text>
      <Text size="sm" className="breaking" style={{ whiteSpace: 'pre-wrap' }}>
        {text}
      </Text>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button variant="default" w="fit-content" onClick={copy}>
            {copied ? words.copied : words.copy}
          </Button>
        )}
      </CopyButton>
    </SectionCard>
  );
}

const steps: readonly EntryStep[] = ['assign', 'dismiss'];

function FoundCard({ contest, line }: { contest: Contest; line: FoundLine }) {
  const zone = useZone();
  const { id, author, excerpt, post, publishedAt, authorLink, organizationName, likes } = line;
  const name = author === null ? words.nobody : fullNameOf(author);
  const entry = { id, nominationId: line.nominationId, may: steps };
  const isTime = contest.stage === 'open' || contest.stage === 'judging';
  const facts = [
    ...(organizationName === null ? [] : [organizationName]),
    ...(publishedAt === null ? [] : [words.published(momentText(publishedAt, zone))]),
    ...(line.nominationTitle === null ? [] : [line.nominationTitle]),
    ...(likes === null ? [] : [`${words.likes}: ${likes}`]),
  ];
  return (
    <Paper component="article" aria-label={name} withBorder p="md">
      <Stack gap="xs">
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {facts.join(' · ')}
        </Text>
        <Text size="sm" className="breaking">
          {excerpt}
        </Text>
        <Group gap="md">
          <Anchor size="sm" href={post} target="_blank" rel="noreferrer">
            {words.openPost}
          </Anchor>
          {authorLink !== null && (
            <Anchor size="sm" href={authorLink} target="_blank" rel="noreferrer">
              {words.openAuthor}
            </Anchor>
          )}
          <Anchor component={Link} size="sm" href={`/contests/${contest.id}/entries/${id}`}>
            {words.openOf(excerpt.slice(0, 30))}
          </Anchor>
        </Group>
        {isTime && (
          <Group gap="xs">
            {author !== null && line.nominationId !== null ? (
              <AssignKnown contest={contest} entryId={id} personId={author.id} name={name} />
            ) : (
              <StepButton contest={contest} entry={entry} step="assign" />
            )}
            {line.nominationId === null && <StepButton contest={contest} entry={entry} step="nominate" />}
            <StepButton contest={contest} entry={entry} step="dismiss" />
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

function AssignKnown(of: { contest: Contest; entryId: string; personId: string; name: string }) {
  const stepping = useStep(of.contest.id, of.entryId);
  return (
    <>
      <Button
        size="sm"
        aria-label={`${stepWords.assign.label}: ${of.name}`}
        loading={stepping.isPending}
        onClick={() => stepping.mutate({ step: 'assign', personId: of.personId })}
      >
        {words.assignKnown}
      </Button>
      <Problem error={stepping.error} />
    </>
  );
}
