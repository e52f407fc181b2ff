import { Alert, Anchor, Badge, Group, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { applicationWords as words } from '../../../../texts/panel/applications.ts';
import { peopleWords } from '../../../../texts/panel/people.ts';
import { roleNames } from '../../../../texts/roles.ts';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { fullNameOf, PersonName } from '../../parts/person-name.tsx';
import { Problem } from '../../parts/problem.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { whenText } from '../../parts/when.ts';

type View = paths['/api/applications/{id}']['get']['responses'][200]['content']['application/json'];
type Next = Exclude<View['may'][number], 'draft' | 'applied'>;

/** One application: who, what they answered, and what to make of it. */
export function ApplicationPage() {
  const { id = '' } = useParams();
  const application = useQuery({
    queryKey: ['application', id],
    queryFn: () => ask(client.GET('/api/applications/{id}', { params: { path: { id } } })),
  });
  return (
    <>
      <Anchor component={Link} href="/applications">
        {words.back}
      </Anchor>
      <Waiting query={application}>{(view) => <Shown view={view} />}</Waiting>
    </>
  );
}

function Shown({ view }: { view: View }) {
  const { person, role, organizationName, state, minor, answers } = view;
  return (
    <>
      <PageHead
        title={fullNameOf(person)}
        hint={`${roleNames[role]} — ${organizationName}, ${peopleWords.states[state]}`}
      />
      <Stack>
        {minor && (
          <Badge color="orange" variant="light" tt="none">
            {words.minor}
          </Badge>
        )}
        <Double view={view} />
        <SimpleGrid cols={{ base: 1, lg: 2 }}>
          <SectionCard title={words.answers} acts={<PersonName person={person} />}>
            {answers.length === 0 && <Text c="dimmed">{words.noAnswers}</Text>}
            <dl className="answers">
              {answers.map(({ name, said }) => (
                <div key={name}>
                  <Text component="dt" size="sm" c="dimmed">
                    {name}
                  </Text>
                  <Text component="dd" m={0} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                    {said}
                  </Text>
                </div>
              ))}
            </dl>
          </SectionCard>
          <Stack>
            <Decision view={view} />
            <Steps view={view} />
          </Stack>
        </SimpleGrid>
      </Stack>
    </>
  );
}

/** Whatever was done, the page shows how it is now: also after somebody else was quicker. */
function useAgain(id: string) {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: ['application', id] });
    await queries.invalidateQueries({ queryKey: ['applications'] });
  };
}

function Decision({ view: { id, state, may } }: { view: View }) {
  const [reason, setReason] = useState('');
  const again = useAgain(id);
  const deciding = useMutation({
    mutationFn: (to: Next) =>
      ask(
        client.POST('/api/applications/{id}/decision', {
          params: { path: { id } },
          body: { to, reason: to === 'declined' ? reason.trim() : '' },
        }),
      ),
    onSettled: again,
  });
  const next = may.filter((to): to is Next => to in words.to);
  return (
    <SectionCard title={words.decide}>
      <Problem error={deciding.error} />
      {next.length === 0 && <Text c="dimmed">{words.nobodyDecides}</Text>}
      <Group gap="xs">
        {next.map((to) => (
          <ConfirmButton
            key={to}
            label={to === 'active' && state === 'on-leave' ? words.back2 : words.to[to]}
            warning={words.warnings[to]}
            confirm={words.to[to]}
            variant={to === 'confirmed' || to === 'active' ? 'filled' : 'default'}
            onConfirm={() => deciding.mutateAsync(to)}
          >
            {to === 'declined' && (
              <Textarea
                label={words.reason}
                description={words.reasonHint}
                value={reason}
                maxLength={500}
                autosize
                minRows={2}
                onChange={({ currentTarget }) => setReason(currentTarget.value)}
              />
            )}
          </ConfirmButton>
        ))}
      </Group>
    </SectionCard>
  );
}

function Double({ view: { id, double } }: { view: View }) {
  const again = useAgain(id);
  const params = { params: { path: { id } } };
  const joining = useMutation({
    mutationFn: () => ask(client.POST('/api/applications/{id}/join', params)),
    onSettled: again,
  });
  const parting = useMutation({
    mutationFn: () => ask(client.POST('/api/applications/{id}/keep-apart', params)),
    onSettled: again,
  });
  if (double === null) return null;
  return (
    <Alert color="orange" title={words.double(fullNameOf(double))}>
      <Problem error={joining.error ?? parting.error} />
      <Group gap="xs">
        <Anchor component={Link} href={`/people/${double.id}`}>
          {words.openKnown}
        </Anchor>
        <ConfirmButton
          label={words.join}
          warning={words.joinWarning}
          confirm={words.join}
          size="xs"
          onConfirm={() => joining.mutateAsync()}
        />
        <ConfirmButton
          label={words.apart}
          warning={words.apartWarning}
          confirm={words.apartConfirm}
          size="xs"
          variant="default"
          onConfirm={() => parting.mutateAsync()}
        />
      </Group>
    </Alert>
  );
}

function Steps({ view: { steps } }: { view: View }) {
  return (
    <SectionCard title={words.steps}>
      {steps.map(({ kind, at, by, reason }) => (
        <Text key={`${kind} ${at}`} size="sm">
          {whenText(at)}: {words.stepNames[kind] ?? kind}
          {by === null ? '' : ` — ${fullNameOf(by)}`}
          {reason === null ? '' : `. ${words.reason}: ${reason}`}
        </Text>
      ))}
    </SectionCard>
  );
}
