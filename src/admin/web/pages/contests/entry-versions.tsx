import { List, Stack, Text } from '@mantine/core';
import { textChanges } from '../../../../domain/contests/text-changes.ts';
import { entryWords as words } from '../../../../texts/panel/entries.ts';
import { SectionCard } from '../../parts/section-card.tsx';
import { momentText, useZone } from './contest-types.ts';
import type { Entry } from './entry-types.ts';

type Snapshot = Entry['snapshots'][number];

/** The post as checks saw it, each time against the one before; the newest first. */
export function EntryVersions({ entry: { snapshots } }: { entry: Entry }) {
  return (
    <SectionCard title={words.versions}>
      {snapshots.length === 0 && <Text size="sm">{words.noVersions}</Text>}
      {snapshots.length > 1 && (
        <Text size="sm" c="dimmed">
          {words.changed}
        </Text>
      )}
      {snapshots
        .map((snapshot, index) => (
          <Version
            key={snapshot.takenAt}
            snapshot={snapshot}
            before={index === 0 ? null : (snapshots[index - 1] ?? null)}
          />
        ))
        .toReversed()}
    </SectionCard>
  );
}

function Version({ snapshot, before }: { snapshot: Snapshot; before: Snapshot | null }) {
  const zone = useZone();
  const { takenAt, publishedAt, editedAt, text, attachments } = snapshot;
  const when = [
    words.version(momentText(takenAt, zone)),
    ...(before === null ? [words.published(momentText(publishedAt, zone))] : []),
    ...(editedAt === null ? [] : [words.edited(momentText(editedAt, zone))]),
  ].join(', ');
  return (
    <Stack gap={4} component="article" aria-label={when}>
      <Text size="sm" fw={600}>
        {when}
      </Text>
      <Text size="sm" className="breaking" style={{ whiteSpace: 'pre-wrap' }}>
        {before === null ? text : <Changes before={before.text} after={text} />}
      </Text>
      {attachments.length > 0 && (
        <List size="sm">
          {attachments.map(({ kind, title }, index) => (
            // Two pictures of a post are told apart by nothing but their place.
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <List.Item key={index}>
              {words.kinds[kind]}
              {title !== null && title !== '' && `: ${title}`}
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}

function Changes({ before, after }: { before: string; after: string }) {
  if (before === after) return <>{words.sameText}</>;
  return (
    <>
      {textChanges(before, after).map(({ kind, text }, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never move
        if (kind === 'gone') return <del key={index}>{text}</del>;
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never move
        if (kind === 'new') return <ins key={index}>{text}</ins>;
        return text;
      })}
    </>
  );
}
