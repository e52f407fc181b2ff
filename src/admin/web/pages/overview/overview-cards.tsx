import { Anchor, Group, List, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { shortDay, untilDay } from '../../../../texts/dates.ts';
import { overviewWords as words } from '../../../../texts/panel/overview.ts';
import type { Overview } from './overview-page.tsx';

/** A card each: how many, the first few, and where the rest is. */
export function OverviewCards({ overview }: { overview: Overview }) {
  const { late, soon, applications, unreachable, uncertain, today } = overview;
  const until = `dueTo=${soonEnd(today)}`;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
      <Card title={words.late} total={late.total} alarming href="/tasks?state=late">
        {late.items.map((task) => (
          <TaskLine key={task.id} task={task} today={today} />
        ))}
      </Card>
      <Card title={words.soon} total={soon.total} href={`/tasks?dueFrom=${today}&${until}`}>
        {soon.items.map((task) => (
          <TaskLine key={task.id} task={task} today={today} />
        ))}
      </Card>
      {applications !== null && (
        <Card title={words.applications} total={applications.total} href="/applications">
          {applications.items.map(({ id, person, form, organizationName, appliedOn }) => (
            <List.Item key={id}>
              {person ?? words.somebody}: {words.forms[form] ?? form}, {organizationName}
              <Dimmed>{shortDay(appliedOn, today)}</Dimmed>
            </List.Item>
          ))}
        </Card>
      )}
      <Card title={words.unreachable} total={unreachable.total} hint={words.unreachableHint}>
        {unreachable.items.map(({ personId, person, organizationName, tasks }) => (
          <List.Item key={`${personId} ${organizationName}`}>
            <Anchor component={Link} href={`/people/${personId}`} size="sm">
              {person ?? words.somebody}
            </Anchor>
            <Dimmed>
              {organizationName}, {words.tasks(tasks)}
            </Dimmed>
          </List.Item>
        ))}
      </Card>
      {uncertain !== null && (
        <Card title={words.uncertain} total={uncertain.total} hint={words.uncertainHint}>
          {uncertain.items.map(({ id, person, on, platform }) => (
            <List.Item key={id}>
              {person ?? words.somebody}
              <Dimmed>
                {platform}, {shortDay(on, today)}
              </Dimmed>
            </List.Item>
          ))}
        </Card>
      )}
    </SimpleGrid>
  );
}

function soonEnd(today: string): string {
  const end = new Date(`${today}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() + 14);
  return end.toISOString().slice(0, 10);
}

type CardProps = {
  title: string;
  total: number;
  alarming?: boolean;
  hint?: string;
  /** Where all of them are. */
  href?: string;
  children: ReactNode;
};

function Card({ title, total, alarming = false, hint, href, children }: CardProps) {
  return (
    <Paper withBorder p="md" radius="md" component="section" aria-label={title}>
      <Group justify="space-between" align="baseline" wrap="nowrap">
        <Title order={2} size="h5">
          {title}
        </Title>
        <Text fw={700} size="xl" c={alarming && total > 0 ? 'red' : ''}>
          {total}
        </Text>
      </Group>
      {total === 0 ? (
        <Text size="sm" c="dimmed">
          {words.nothing}
        </Text>
      ) : (
        <>
          {hint !== undefined && (
            <Text size="sm" c="dimmed">
              {hint}
            </Text>
          )}
          <List size="sm" spacing={6} mt="xs" listStyleType="none">
            {children}
          </List>
          {href !== undefined && (
            <Anchor component={Link} href={href} size="sm" mt="xs" display="inline-block">
              {words.all}
            </Anchor>
          )}
        </>
      )}
    </Paper>
  );
}

function TaskLine({ task, today }: { task: Overview['late']['items'][number]; today: string }) {
  return (
    <List.Item>
      <Anchor component={Link} href={`/tasks/${task.id}`} size="sm" lineClamp={2}>
        {task.itemCode} {task.itemTitle}
      </Anchor>
      <Dimmed>
        {task.organizationName}
        {task.dueOn === null ? '' : `, ${untilDay(task.dueOn, today)}`}
        {task.people?.length === 0 ? `, ${words.nobody}` : ''}
      </Dimmed>
    </List.Item>
  );
}

function Dimmed({ children }: { children: ReactNode }) {
  return (
    <Text size="xs" c="dimmed">
      {children}
    </Text>
  );
}
