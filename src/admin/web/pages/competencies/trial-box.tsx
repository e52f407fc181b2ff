import { Paper, Progress, Table, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { synonymWords as words } from '../../../../texts/panel/competencies.ts';
import { ask, client } from '../../client.ts';
import { Waiting } from '../../parts/waiting.tsx';

const patienceMs = 300;
const longest = 300;

/** What a request would find among what mentors say of themselves; nothing is stored. */
export function TrialBox() {
  const [typed, setTyped] = useState('');
  const [request] = useDebouncedValue(typed.trim(), patienceMs);
  const trial = useQuery({
    queryKey: ['synonyms', 'trial', request],
    queryFn: () => ask(client.GET('/api/synonyms/trial', { params: { query: { request } } })),
    enabled: request !== '',
    placeholderData: keepPreviousData,
  });
  return (
    <Paper withBorder p="md" mb="lg" radius="md" component="section" aria-labelledby="trial">
      <Title order={2} size="h4" id="trial">
        {words.trial}
      </Title>
      <TextInput
        label={words.request}
        description={words.trialHint}
        value={typed}
        maxLength={longest}
        mt="xs"
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <div aria-live="polite">
        {request !== '' && <Waiting query={trial}>{({ items }) => <Found items={items} />}</Waiting>}
      </div>
    </Paper>
  );
}

function Found({ items }: { items: readonly { text: string; mentors: number; strength: number }[] }) {
  if (items.length === 0) {
    return (
      <Text mt="sm">
        <strong>{words.nothing}.</strong> {words.nothingHint}
      </Text>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reached by keyboard
    <section className="wide-table" tabIndex={0} aria-label={words.trialCaption}>
      <Table mt="sm" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.found}</Table.Th>
            <Table.Th>{words.mentors}</Table.Th>
            <Table.Th>{words.strength}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(({ text, mentors, strength }) => (
            <Table.Tr key={text}>
              <Table.Td>{text}</Table.Td>
              <Table.Td>{words.mentorsCounted(mentors)}</Table.Td>
              <Table.Td miw={120}>
                {words.percent(strength)}
                <Progress value={strength * 100} size="sm" aria-hidden="true" />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
