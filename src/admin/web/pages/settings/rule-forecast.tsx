import { Fieldset, List, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dayWithWeekday } from '../../../../texts/dates.ts';
import { settingsWords } from '../../../../texts/panel/settings.ts';
import { ask, client } from '../../client.ts';
import { Waiting } from '../../parts/waiting.tsx';
import { rulesKey } from './rule-data.ts';

const words = settingsWords.rules;
const fewestLetters = 2;

/** What the rules mean for one person, before anybody is reminded. */
export function RuleForecast() {
  const [typed, setTyped] = useState('');
  const [personId, setPersonId] = useState<string | null>(null);
  const [q] = useDebouncedValue(typed.trim(), 300);
  const people = useQuery({
    queryKey: ['people', 'choice', q],
    enabled: q.length >= fewestLetters,
    placeholderData: (before) => before,
    queryFn: () => ask(client.GET('/api/people', { params: { query: { q, size: 20 } } })),
  });
  return (
    <Fieldset legend={words.forecastTitle}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.forecastHint}
        </Text>
        <Select
          label={words.person}
          description={words.personHint}
          data={(people.data?.items ?? []).map(({ id, surname, name, patronymic }) => ({
            value: id,
            label: [surname, name, patronymic].filter((each) => each !== '').join(' '),
          }))}
          value={personId}
          onChange={setPersonId}
          searchable
          searchValue={typed}
          onSearchChange={setTyped}
          filter={({ options }) => options}
          clearable
        />
        {personId !== null && <Days personId={personId} />}
      </Stack>
    </Fieldset>
  );
}

function Days({ personId }: { personId: string }) {
  const forecast = useQuery({
    queryKey: [...rulesKey, 'forecast', personId],
    queryFn: () => ask(client.POST('/api/settings/reminder-rules/forecast', { body: { personId } })),
  });
  return (
    <Waiting query={forecast}>
      {({ days }) =>
        days.length === 0 ? (
          <Text role="status">{words.forecastNone}</Text>
        ) : (
          <Stack gap="xs">
            {days.map(({ day, tasks }) => (
              <div key={day}>
                <Text fw={600}>{dayWithWeekday(day)}</Text>
                <List size="sm">
                  {tasks.map(({ taskId, title, organizationName }) => (
                    <List.Item key={taskId}>{words.forecastLine(title, organizationName)}</List.Item>
                  ))}
                </List>
              </div>
            ))}
          </Stack>
        )
      }
    </Waiting>
  );
}
