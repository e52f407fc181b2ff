import { List, Paper, Stack, Text, Title } from '@mantine/core';
import { draftWords as words } from '../../../../texts/panel/roadmap.ts';
import type { Draft } from './draft-page.tsx';

/** What storing the draft would do. */
export function DraftChanges({ draft }: { draft: Draft }) {
  const { added, updated, removed } = draft.changes;
  return (
    <Paper withBorder p="md" radius="md">
      <Title order={2} size="h4" mb="xs">
        {words.changes}
      </Title>
      <Stack gap="xs">
        <Text size="sm">{draft.isNew ? words.isNew : words.isKnown}</Text>
        <Text fw={600}>{words.tasks(draft.tasks)}</Text>
        {added.length > 0 && !draft.isNew && (
          <Changed title={words.added(added.length)} lines={added.map(({ item }) => [nameOf(item)])} />
        )}
        {updated.length > 0 && <Changed title={words.updated(updated.length)} lines={updated.map(linesOf)} />}
        {removed.length > 0 && (
          <Changed title={words.removed(removed.length)} lines={removed.map(({ item }) => [nameOf(item)])} />
        )}
        {draft.organizations.length > 0 && <Text size="sm">{words.organizations(draft.organizations)}</Text>}
        {draft.unknownWords.length > 0 && (
          <Changed
            title={words.unknownWords}
            lines={draft.unknownWords.map(({ phrase, items }) => [`${phrase} (${items.join(', ')})`])}
          />
        )}
        {draft.warnings.length > 0 && (
          <Changed title={words.warnings} lines={draft.warnings.map((warning) => [warning.words])} />
        )}
      </Stack>
    </Paper>
  );
}

function Changed({ title, lines }: { title: string; lines: readonly (readonly string[])[] }) {
  return (
    <details>
      <summary>{title}</summary>
      <List size="sm" mt="xs">
        {lines.map(([name = '', ...details]) => (
          <List.Item key={`${name} ${details.join()}`}>
            {name}
            {details.map((detail) => (
              <Text key={detail} size="xs" c="dimmed">
                {detail}
              </Text>
            ))}
          </List.Item>
        ))}
      </List>
    </details>
  );
}

const nameOf = ({ code, title }: { code: string; title: string }) => `${code} ${title}`.trim();

function linesOf({
  item,
  before,
  fields,
  returns,
  occurrences,
}: Draft['changes']['updated'][number]): string[] {
  const shown = ['title', 'deadline', 'section', 'code'] as const;
  return [
    nameOf(item),
    ...(returns ? [words.returns] : []),
    ...fields.map((field) => {
      const known = shown.find((each) => each === field);
      const name = words.fields[field] ?? field;
      return known === undefined ? name : `${name}: «${before[known]}» → «${item[known]}»`;
    }),
    ...occurrences.move.map(({ from, to }) => words.moved(from, to)),
    ...occurrences.add.map(words.cameSlot),
    ...occurrences.revive.map(({ slot }) => words.cameSlot(slot)),
    ...occurrences.remove.map(({ slot }) => words.goneSlot(slot)),
  ];
}
