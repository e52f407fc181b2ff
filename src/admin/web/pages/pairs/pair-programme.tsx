import { ActionIcon, Button, Group, List, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dayText } from '../../../../texts/dates.ts';
import { pairCardWords as words } from '../../../../texts/panel/pairs.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { answered, ask, client } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { type Programme, pairsKey, useRenewPairs } from './pair-data.ts';

type Activity = Programme['activities'][number];

/** The personal programme of the pair, from which its document is made. */
export function PairProgramme({ id, mayWrite }: { id: string; mayWrite: boolean }) {
  const [edits, setEdits] = useState(false);
  const programme = useQuery({
    queryKey: [...pairsKey, 'programme', id],
    queryFn: () => answered(client.GET('/api/pairs/{id}/programme', { params: { path: { id } } })),
  });
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {words.programme}
      </Title>
      <Waiting query={programme}>
        {({ data, version }) =>
          edits ? (
            <ProgrammeForm id={id} programme={data} version={version} onClose={() => setEdits(false)} />
          ) : (
            <Stack gap="xs" align="flex-start">
              <ProgrammeText programme={data} />
              {mayWrite && (
                <Button size="xs" variant="default" onClick={() => setEdits(true)}>
                  {words.edit}
                </Button>
              )}
            </Stack>
          )
        }
      </Waiting>
    </section>
  );
}

function ProgrammeText({ programme: { tasks, activities, results } }: { programme: Programme }) {
  return (
    <>
      {tasks.length > 0 && (
        <List>
          {tasks.map((task) => (
            <List.Item key={task}>{task}</List.Item>
          ))}
        </List>
      )}
      {activities.length > 0 && (
        <List type="ordered">
          {activities.map((activity, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same may be planned twice
            <List.Item key={index}>{activityText(activity)}</List.Item>
          ))}
        </List>
      )}
      {results !== '' && (
        <Text>
          {words.results}: {results}
        </Text>
      )}
    </>
  );
}

function activityText({ what, fromOn, toOn }: Activity): string {
  const days = [fromOn, toOn].filter((day) => day !== null).map((day) => dayText(day));
  return days.length === 0 ? what : `${what}, ${[...new Set(days)].join(' – ')}`;
}

type FormProps = { id: string; programme: Programme; version: string; onClose: () => void };

function ProgrammeForm({ id, programme, version, onClose }: FormProps) {
  const [tasks, setTasks] = useState(programme.tasks.join('\n'));
  const [activities, setActivities] = useState(programme.activities);
  const [results, setResults] = useState(programme.results);
  const renew = useRenewPairs();
  const saving = useMutation({
    mutationFn: () =>
      ask(
        client.PUT('/api/pairs/{id}/programme', {
          params: { path: { id } },
          headers: { 'if-match': version },
          body: { tasks: tasks.split('\n'), activities, results },
        }),
      ),
    onSuccess: async () => {
      notifications.show({ message: shellWords.saved });
      await renew();
      onClose();
    },
  });
  return (
    <Stack maw={720}>
      <Problem error={saving.error} />
      <Textarea
        label={words.tasks}
        value={tasks}
        autosize
        minRows={3}
        onChange={({ currentTarget }) => setTasks(currentTarget.value)}
      />
      <Activities activities={activities} onChange={setActivities} />
      <Textarea
        label={words.results}
        value={results}
        maxLength={1500}
        autosize
        minRows={2}
        onChange={({ currentTarget }) => setResults(currentTarget.value)}
      />
      <Group>
        <Button loading={saving.isPending} onClick={() => saving.mutate()}>
          {shellWords.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {shellWords.cancel}
        </Button>
      </Group>
    </Stack>
  );
}

type ActivitiesProps = { activities: Activity[]; onChange: (activities: Activity[]) => void };

function Activities({ activities, onChange }: ActivitiesProps) {
  const set = (index: number, changed: Partial<Activity>) =>
    onChange(activities.map((each, at) => (at === index ? { ...each, ...changed } : each)));
  return (
    <Stack gap="xs">
      <Text fw={500} size="sm">
        {words.activities}
      </Text>
      {activities.map((activity, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name while they are typed
        <Group key={index} align="flex-end" gap="xs">
          <TextInput
            label={words.activity}
            flex="1 1 220px"
            value={activity.what}
            maxLength={300}
            onChange={({ currentTarget }) => set(index, { what: currentTarget.value })}
          />
          {(['fromOn', 'toOn'] as const).map((end) => (
            <TextInput
              key={end}
              type="date"
              label={end === 'fromOn' ? words.from : words.to}
              value={activity[end] ?? ''}
              onChange={({ currentTarget }) => set(index, { [end]: currentTarget.value || null })}
            />
          ))}
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={words.dropActivity(activity.what)}
            onClick={() => onChange(activities.filter((_, at) => at !== index))}
          >
            ×
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          size="xs"
          variant="default"
          disabled={activities.length >= 60}
          onClick={() => onChange([...activities, { what: '', fromOn: null, toOn: null }])}
        >
          {words.addActivity}
        </Button>
      </Group>
    </Stack>
  );
}
