import { Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { personWords as words } from '../../../../texts/panel/people.ts';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { useListState } from '../../parts/list-state.ts';
import { SectionCard } from '../../parts/section-card.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { whenText } from '../../parts/when.ts';

type Message =
  paths['/api/people/{id}/messages']['get']['responses'][200]['content']['application/json']['items'][number];

/** What became of a message, in words. */
export function Fate({ message: { state, replacedBy } }: { message: Pick<Message, 'state' | 'replacedBy'> }) {
  const troubled = state === 'failed' || state === 'uncertain';
  return (
    <Text size="sm" {...(troubled && { fw: 600 })}>
      {words.fates[state]}
      {replacedBy === null ? '' : `, ${words.replaced}`}
    </Text>
  );
}

/** The words of a message as they were sent, line by line. */
export function Said({ text }: { text: string | null }) {
  if (text === null) return <Text c="dimmed">{words.noText}</Text>;
  return (
    <Text size="sm" maw={560} style={{ whiteSpace: 'pre-line' }} lineClamp={6}>
      {text}
    </Text>
  );
}

const columns: readonly Column<Message>[] = [
  { key: 'when', label: words.when, sort: 'created', cell: ({ createdAt }) => whenText(createdAt) },
  { key: 'text', label: words.text, cell: ({ text }) => <Said text={text} /> },
  { key: 'fate', label: words.fate, cell: (message) => <Fate message={message} /> },
];

export function PersonMessages({ personId }: { personId: string }) {
  const state = useListState('-created');
  const messages = useQuery({
    queryKey: ['person', personId, 'messages', state.query],
    queryFn: () =>
      ask(
        client.GET('/api/people/{id}/messages', {
          params: { path: { id: personId }, query: state.query } as never,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  return (
    <SectionCard title={words.messages}>
      <Waiting query={messages}>
        {(found) => (
          <DataTable
            caption={words.messages}
            columns={columns}
            found={found}
            keyOf={({ id }) => id}
            state={state}
            empty={<Text c="dimmed">{words.noMessages}</Text>}
          />
        )}
      </Waiting>
    </SectionCard>
  );
}
