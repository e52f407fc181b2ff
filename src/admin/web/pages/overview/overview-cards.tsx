import { Anchor, Group, List, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { shortDay, untilDay } from '../../../../texts/dates.ts';
import { overviewWords as words } from '../../../../texts/panel/overview.ts';
import type { Overview } from './overview-page.tsx';

/** Of each list: the rest is a click away, and the map below is to be seen without scrolling far. */
const few = 3;

/** A card each: how many, the first few, and where the rest is. */
export function OverviewCards({ overview }: { overview: Overview }) {
  const { late, soon, applications, unreachable, uncertain, today } = overview;
  const until = `dueTo=${soonEnd(today)}`;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm" verticalSpacing="sm" className="overview-cards">
      <Card title={words.late} total={late.total} alarming href="/tasks?state=late">
        {late.items.slice(0, few).map((task) => (
          <TaskLine key={task.id} task={task} today={today} />
        ))}
      </Card>
      <Card title={words.soon} total={soon.total} href={`/tasks?dueFrom=${today}&${until}`}>
        {soon.items.slice(0, few).map((task) => (
          <TaskLine key={task.id} task={task} today={today} />
        ))}
      </Card>
      {applications !== null && (
        <Card title={words.applications} total={applications.total} href="/applications">
          {applications.items.slice(0, few).map(({ id, person, form, organizationName, appliedOn }) => (
            <List.Item key={id}>
              <Anchor component={Link} href={`/applications/${id}`} size="sm">
                {person ?? words.somebody}
              </Anchor>
              <Dimmed>
                {words.forms[form] ?? form}, {organizationName}, {shortDay(appliedOn, today)}
              </Dimmed>
            </List.Item>
          ))}
        </Card>
      )}
      <Card title={words.unreachable} total={unreachable.total} hint={words.unreachableHint}>
        {unreachable.items.slice(0, few).map(({ personId, person, organizationName, tasks }) => (
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
        <Card
          title={words.uncertain}
          total={uncertain.total}
          hint={words.uncertainHint}
          href="/deliveries?state=uncertain"
        >
          {uncertain.items.slice(0, few).map(({ id, person, on, platform }) => (
            <List.Item key={id}>
              {person ?? words.somebody}
              <Dimmed>
                {words.platforms[platform] ?? platform}, {shortDay(on, today)}
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
    <Paper
      withBorder
      px="md"
      py="sm"
      radius="md"
      component="section"
      aria-label={title}
      data-empty={total === 0}
    >
      <Group justify="space-between" align="baseline" wrap="nowrap">
        <Title order={2} size="h5">
          {title}
        </Title>
        <Text fw={700} size="xl" c={alarming && total > 0 ? 'red' : ''}>
          {total}
        </Text>
      </Group>
      {total > 0 && (
        <>
          {hint !== undefined && (
            <Text size="sm" c="dimmed">
              {hint}
            </Text>
          )}
          <List size="sm" spacing={4} mt={4} listStyleType="none">
            {children}
          </List>
          {href !== undefined && (
            <Anchor component={Link} href={href} size="sm" mt={4} display="inline-block">
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
