import { Alert, Anchor, Badge, Group, List, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { taskWords } from '../../../../texts/panel/tasks.ts';
import { roleNames } from '../../../../texts/roles.ts';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay } from '../../self.ts';
import { CompleteForm } from './complete-form.tsx';
import { DueText } from './due-text.tsx';
import { Completions, Events } from './history.tsx';
import { TaskActions } from './task-actions.tsx';

export type TaskView = paths['/api/tasks/{id}']['get']['responses'][200]['content']['application/json'];

const words = taskWords.card;

/** A task with its story and everything that can be done about it. */
export function TaskPage() {
  const { id = '' } = useParams<{ id: string }>();
  const queries = useQueryClient();
  const task = useQuery({
    queryKey: ['task', id],
    queryFn: () => ask(client.GET('/api/tasks/{id}', { params: { path: { id } } })),
  });
  /** Lists and the overview show it, too. */
  const changed = () =>
    Promise.all(
      [['task', id], ['tasks'], ['overview'], ['roadmap']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
  return (
    <Waiting query={task}>
      {(view) => (
        <>
          <PageHead title={`${view.itemCode} ${view.itemTitle}`} hint={<StateBadge state={view.state} />}>
            <TaskActions task={view} changed={changed} />
          </PageHead>
          <Anchor component={Link} href="/tasks" size="sm">
            {words.back}
          </Anchor>
          <Body view={view} changed={changed} />
        </>
      )}
    </Waiting>
  );
}

function Body({ view, changed }: { view: TaskView; changed: () => Promise<unknown> }) {
  const mayComplete = useMay('tasks:write');
  const isOpen = view.doneAt === null && view.waivedAt === null && view.withdrawnAt === null;
  return (
    <Stack mt="md">
      {view.withdrawnAt !== null && <Alert color="yellow">{words.withdrawn}</Alert>}
      {view.waivedReason !== null && <Alert title={words.waivedReason}>{view.waivedReason}</Alert>}
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Paper withBorder p="md" radius="md">
          <Facts view={view} />
        </Paper>
        <Paper withBorder p="md" radius="md">
          <Title order={2} size="h4" mb="xs">
            {words.responsible}
          </Title>
          <Responsible view={view} />
        </Paper>
      </SimpleGrid>
      {isOpen && mayComplete && <CompleteForm task={view} changed={changed} />}
      <Paper withBorder p="md" radius="md">
        <Title order={2} size="h4" mb="xs">
          {words.results}
        </Title>
        <Completions completions={view.history.completions} taskId={view.id} />
      </Paper>
      <Paper withBorder p="md" radius="md">
        <Title order={2} size="h4" mb="xs">
          {words.history}
        </Title>
        <Events events={view.history.events} />
      </Paper>
    </Stack>
  );
}

function Facts({ view }: { view: TaskView }) {
  return (
    <Stack gap="xs">
      <Fact label={words.organization}>{view.organizationName}</Fact>
      <Fact label={words.due}>
        <DueText task={view} />
      </Fact>
      {view.expected !== '' && <Fact label={words.expected}>{view.expected}</Fact>}
      <Anchor component={Link} href={`/roadmap/items/${view.itemId}`}>
        {words.item}
      </Anchor>
    </Stack>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text component="div">{children}</Text>
    </div>
  );
}

function Responsible({ view: { responsible, roles } }: { view: TaskView }) {
  const held = roles.map((role) => roleNames[role]).join(', ');
  if (responsible.length === 0) {
    return (
      <Text c="red">
        {held}: {taskWords.nobody}
      </Text>
    );
  }
  return (
    <List listStyleType="none" spacing="xs">
      {responsible.map((each) => (
        <List.Item key={each.personId}>
          <Group gap="xs">
            <Text>{each.person ?? held}</Text>
            {!each.reachable && (
              <Badge color="red" variant="outline" tt="none">
                {words.unreachable}
              </Badge>
            )}
            {each.handedBack && (
              <Badge color="gray" variant="outline" tt="none">
                {words.handedBack}
              </Badge>
            )}
            {each.remindedToday && (
              <Badge color="blue" variant="outline" tt="none">
                {words.remindedToday}
              </Badge>
            )}
          </Group>
        </List.Item>
      ))}
    </List>
  );
}
