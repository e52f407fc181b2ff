import { Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import { peopleWords, requestWords, personWords as words } from '../../../../texts/panel/people.ts';
import { roleNames } from '../../../../texts/roles.ts';
import { fullNameOf, PersonName } from '../../parts/person-name.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { calendarDay, dayOf } from '../../parts/when.ts';
import { useMay } from '../../self.ts';
import type { Card } from './person-page.tsx';

export function PersonApplications({ card: { applications } }: { card: Card }) {
  const decides = useMay('applications:decide');
  return (
    <SectionCard title={words.applications}>
      {applications.length === 0 && <Text c="dimmed">{words.noApplications}</Text>}
      {applications.map(({ id, role, organizationName, state, appliedAt, decidedBy }) => {
        const head = `${roleNames[role]} — ${organizationName}`;
        const more = [
          peopleWords.states[state],
          ...(appliedAt === null ? [] : [dayOf(appliedAt)]),
          ...(decidedBy === null ? [] : [words.decidedBy(fullNameOf(decidedBy))]),
        ];
        return (
          <div key={id}>
            {decides ? (
              <Anchor component={Link} href={`/applications/${id}`}>
                {head}
              </Anchor>
            ) : (
              <Text>{head}</Text>
            )}
            <Text size="sm" c="dimmed">
              {more.join(', ')}
            </Text>
          </div>
        );
      })}
    </SectionCard>
  );
}

export function PersonTasks({ card: { tasks } }: { card: Card }) {
  return (
    <SectionCard title={words.tasks}>
      {tasks.length === 0 && <Text c="dimmed">{words.noTasks}</Text>}
      {tasks.map(({ id, itemCode, itemTitle, organizationName, dueOn }) => (
        <div key={id}>
          <Anchor component={Link} href={`/tasks/${id}`} size="sm" lineClamp={2}>
            {itemCode} {itemTitle}
          </Anchor>
          <Text size="xs" c="dimmed">
            {organizationName}, {dueOn === null ? words.noDeadline : words.due(calendarDay(dueOn))}
          </Text>
        </div>
      ))}
    </SectionCard>
  );
}

export function PersonRequests({ card: { requests } }: { card: Card }) {
  if (requests.length === 0) return null;
  return (
    <SectionCard title={words.requests}>
      {requests.map(({ id, kind, state, dueOn }) => (
        <Text key={id} size="sm">
          № {id}: {requestWords.kinds[kind]}, {requestWords.columns.due.toLowerCase()} {calendarDay(dueOn)},{' '}
          {requestWords.states[state]}
        </Text>
      ))}
    </SectionCard>
  );
}

export function PersonRelatives({ card: { representatives, pupils } }: { card: Card }) {
  const groups = [
    { title: words.representatives, people: representatives },
    { title: words.pupils, people: pupils },
  ].filter(({ people }) => people.length > 0);
  return (
    <>
      {groups.map(({ title, people }) => (
        <SectionCard key={title} title={title}>
          {people.map((person) => (
            <PersonName key={person.id} person={person} />
          ))}
        </SectionCard>
      ))}
    </>
  );
}
