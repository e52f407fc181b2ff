import { Alert, Anchor, List, Text } from '@mantine/core';
import { entryWords as words } from '../../../../texts/panel/entries.ts';
import { SectionCard } from '../../parts/section-card.tsx';
import { type Contest, momentText, useZone } from './contest-types.ts';
import type { Entry } from './entry-types.ts';

/** What stands between a work and the contest, and why it may still wait. */
export function EntryCheck({ contest, entry }: { contest: Contest; entry: Entry }) {
  const zone = useZone();
  const { findings, trouble, checkedAt, checkDueAt, community } = entry;
  return (
    <SectionCard title={words.check}>
      {trouble !== null && (
        <Alert color="orange" title={words.troubleBadge}>
          {trouble.text}
        </Alert>
      )}
      {findings.length > 0 && (
        <>
          <Text size="sm" c="dimmed">
            {words.seesAuthor}
          </Text>
          <List type="ordered" size="sm">
            {findings.map((finding) => (
              <List.Item key={finding}>{finding}</List.Item>
            ))}
          </List>
        </>
      )}
      {findings.length === 0 && <Text size="sm">{checkedAt === null ? words.notSeen : words.inOrder}</Text>}
      {community !== null && (
        <Text size="sm">
          <Anchor href={community.link} target="_blank" rel="noreferrer">
            {words.community} {community.id}
          </Anchor>
          : {community.isConfirmed ? words.confirmed : words.unconfirmed}
        </Text>
      )}
      {contest.kind === 'post' && (
        <Text size="sm" c="dimmed">
          {[
            ...(checkedAt === null ? [] : [words.lastCheck(momentText(checkedAt, zone))]),
            ...(checkDueAt === null ? [] : [words.nextCheck(momentText(checkDueAt, zone))]),
          ].join('. ')}
        </Text>
      )}
    </SectionCard>
  );
}
