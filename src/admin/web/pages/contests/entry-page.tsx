import { Anchor, Box, Group, List, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { eventText, sourceWords, entryWords as words } from '../../../../texts/panel/entries.ts';
import { Empty } from '../../parts/empty.tsx';
import { fullNameOf, PersonName } from '../../parts/person-name.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { ContestFrame } from './contest-frame.tsx';
import { type Contest, momentText, useZone } from './contest-types.ts';
import { EntryStateBadge } from './entries-page.tsx';
import { EntryCheck } from './entry-check.tsx';
import { EntryCounters } from './entry-counters.tsx';
import { EntryFiles } from './entry-files.tsx';
import { EntrySteps } from './entry-steps.tsx';
import { type Entry, useEntry } from './entry-types.ts';
import { EntryVersions } from './entry-versions.tsx';

/** One work: what it is, what checks saw of it, and what staff may do. */
export function EntryPage() {
  const found = useEntry();
  return (
    <ContestFrame>
      {(contest) => (
        <Waiting query={found}>
          {(entry) => (
            <Stack maw={900}>
              <Head contest={contest} entry={entry} />
              <EntrySteps contest={contest} entry={entry} />
              <About entry={entry} />
              {contest.kind !== 'event' && <EntryCheck contest={contest} entry={entry} />}
              {contest.kind === 'work' && <EntryFiles contest={contest} entry={entry} />}
              {entry.post !== null && <EntryCounters contest={contest} entry={entry} />}
              {entry.post !== null && <EntryVersions entry={entry} />}
              <History entry={entry} />
            </Stack>
          )}
        </Waiting>
      )}
    </ContestFrame>
  );
}

function Head({ contest, entry }: { contest: Contest; entry: Entry }) {
  const { author, title } = entry;
  return (
    <Group justify="space-between" wrap="wrap">
      <Box flex="1 1 280px">
        <Title order={2} size="h3" className="breaking">
          {title || (author === null ? words.nobody : fullNameOf(author))}
        </Title>
      </Box>
      <Group gap="sm">
        <EntryStateBadge state={entry.state} />
        <Anchor component={Link} href={`/contests/${contest.id}/entries`}>
          {words.back}
        </Anchor>
      </Group>
    </Group>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Group gap="xs" align="baseline" wrap="wrap">
      <Text size="sm" c="dimmed">
        {label}:
      </Text>
      <Text component="div" size="sm" className="breaking">
        {children}
      </Text>
    </Group>
  );
}

function About({ entry }: { entry: Entry }) {
  const zone = useZone();
  const { author, team, mentor, organizationName, nominationTitle, link, description } = entry;
  const others = team.filter(({ id }) => id !== author?.id);
  return (
    <SectionCard title={words.about}>
      <Fact label={words.author}>
        {author === null ? words.nobody : <PersonName person={author} />}
        {organizationName !== null && `, ${organizationName}`}
      </Fact>
      {(entry.teamName !== null || others.length > 0) && (
        <Fact label={words.team}>
          {entry.teamName !== null && `«${entry.teamName}» `}
          {others.map((person) => (
            <span key={person.id}>
              <PersonName person={person} />{' '}
            </span>
          ))}
        </Fact>
      )}
      {nominationTitle !== null && <Fact label={words.nomination}>{nominationTitle}</Fact>}
      {entry.post !== null && (
        <Fact label={words.post}>
          <Anchor href={entry.post} target="_blank" rel="noreferrer">
            {words.openPost}
          </Anchor>
        </Fact>
      )}
      {link !== null && entry.post === null && (
        <Fact label={words.link}>
          <Anchor href={link} target="_blank" rel="noreferrer">
            {link}
          </Anchor>
        </Fact>
      )}
      {mentor !== null && (
        <Fact label={words.mentor}>
          <PersonName person={mentor} /> — {words.answers[mentor.answer]}
        </Fact>
      )}
      <Fact label={words.source}>{sourceWords[entry.source]}</Fact>
      {entry.submittedAt !== null && (
        <Fact label={words.submitted}>{momentText(entry.submittedAt, zone)}</Fact>
      )}
      {entry.decidedAt !== null && (
        <Fact label={words.decided}>
          {words.decidedBy(entry.decidedBy ?? words.machine, momentText(entry.decidedAt, zone))}
        </Fact>
      )}
      {entry.reason !== '' && <Fact label={words.reason}>{entry.reason}</Fact>}
      {description !== '' && (
        <Text size="sm" className="breaking" style={{ whiteSpace: 'pre-wrap' }}>
          {description}
        </Text>
      )}
    </SectionCard>
  );
}

function History({ entry: { history } }: { entry: Entry }) {
  const zone = useZone();
  if (history.length === 0) return <Empty title={words.history} />;
  return (
    <SectionCard title={words.history}>
      <List size="sm">
        {history.map(({ at, action, by }) => (
          <List.Item key={`${action} ${at}`}>
            {eventText(action)}{' '}
            <Text span size="sm" c="dimmed">
              {[...(by === null ? [] : [by]), momentText(at, zone)].join(', ')}
            </Text>
          </List.Item>
        ))}
      </List>
    </SectionCard>
  );
}
