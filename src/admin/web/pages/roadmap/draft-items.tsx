import { Badge, Button, Paper, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { roadmapWords, draftWords as words } from '../../../../texts/panel/roadmap.ts';
import { DeadlineDialog } from './deadline-dialog.tsx';
import type { Draft, EditDraft } from './draft-page.tsx';

export type DraftItem = Draft['items'][number];

/** Every item as it was understood, those that nobody could read first; each can be corrected. */
export function DraftItems({ draft, edit }: { draft: Draft; edit: EditDraft }) {
  const [place, setPlace] = useState<number | null>(null);
  const edited = draft.items.find((item) => item.place === place);
  const inOrder = [...draft.items].sort(
    (one, other) => Number(isUnread(other)) - Number(isUnread(one)) || one.place - other.place,
  );
  return (
    <Paper withBorder p="md" radius="md">
      <Title order={2} size="h4" mb="xs">
        {words.items(draft.items.length)}
      </Title>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reached by keyboard */}
      <section className="wide-table" tabIndex={0} aria-label={words.items(draft.items.length)}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.columns.item}</Table.Th>
              <Table.Th>{words.columns.deadline}</Table.Th>
              <Table.Th>{words.columns.understood}</Table.Th>
              <Table.Th>{words.columns.action}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {inOrder.map((item) => (
              <Row key={item.place} item={item} fix={() => setPlace(item.place)} />
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {edited !== undefined && (
        <DeadlineDialog
          key={edited.place}
          item={edited}
          isRolled={draft.kind === 'roll-over'}
          edit={edit}
          close={() => setPlace(null)}
        />
      )}
    </Paper>
  );
}

function isUnread({ unparsed, occurrences, standing }: DraftItem): boolean {
  return unparsed.length > 0 || occurrences.length + standing.length === 0;
}

function Row({ item, fix }: { item: DraftItem; fix: () => void }) {
  const { code, title, deadline, occurrences, standing, unparsed, corrected, dropped } = item;
  return (
    <Table.Tr>
      <Table.Th scope="row" miw={220}>
        <Text size="sm" td={dropped ? 'line-through' : ''}>
          {code} {title}
        </Text>
        {dropped && (
          <Badge color="gray" variant="outline" tt="none">
            {words.dropped}
          </Badge>
        )}
      </Table.Th>
      <Table.Td miw={160}>
        <Text size="sm">{deadline}</Text>
      </Table.Td>
      <Table.Td miw={200}>
        <Text size="sm">
          {[roadmapWords.windows(occurrences), ...standing.map(({ text }) => `«${text}»`)]
            .filter((text) => text !== '')
            .join('; ')}
        </Text>
        {isUnread(item) && (
          <Text size="sm" c="orange" fw={600}>
            {words.unread}
            {unparsed.length > 0 ? `: ${unparsed.join('; ')}` : ''}
          </Text>
        )}
        {corrected !== null && (
          <Badge color="blue" variant="outline" tt="none">
            {words.corrected[corrected]}
          </Badge>
        )}
      </Table.Td>
      <Table.Td>
        <Button variant="default" size="xs" onClick={fix} aria-label={words.fixLabel(`${code} ${title}`)}>
          {words.fix}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
