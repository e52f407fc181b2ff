import { Button, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { menteeWords, pairPanelWords } from '../../../../texts/panel/pairs.ts';
import { isDoubt, reasonText, suggestionWords as words } from '../../../../texts/panel/suggestions.ts';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';
import { Empty } from '../../parts/empty.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay } from '../../self.ts';
import { MenteeMarks } from './mentees-page.tsx';
import { shownName, wholeName } from './names.ts';
import { type MenteeRow, pairsKey } from './pair-data.ts';
import { ProposeDialog, type Proposed } from './propose-dialog.tsx';

type Suggestion =
  paths['/api/mentees/{id}/suggestions']['get']['responses'][200]['content']['application/json']['items'][number];

/** A mentee with what they need, and who could help. */
export function MenteePage() {
  const { id = '' } = useParams();
  const mentee = useQuery({
    queryKey: [...pairsKey, 'mentee', id],
    queryFn: () => ask(client.GET('/api/mentees/{id}', { params: { path: { id } } })),
  });
  return (
    <Waiting query={mentee}>
      {(found) => (
        <>
          <PageHead title={wholeName(found)} hint={found.organizationName}>
            <Button component={Link} href="/mentees" variant="default">
              {pairPanelWords.queue}
            </Button>
          </PageHead>
          <Stack gap="lg">
            <Needs mentee={found} />
            <Suggestions mentee={found} />
          </Stack>
        </>
      )}
    </Waiting>
  );
}

function Needs({ mentee }: { mentee: MenteeRow }) {
  const { requests, mentors } = mentee;
  return (
    <section>
      <MenteeMarks mentee={mentee} />
      {mentors.length > 0 && (
        <Text>
          {menteeWords.columns.mentors}: {mentors.map(shownName).join(', ')}
        </Text>
      )}
      <Title order={2} size="h4" mt="xs">
        {menteeWords.columns.requests}
      </Title>
      {requests.length === 0 ? (
        <Text c="dimmed">{menteeWords.noRequests}</Text>
      ) : (
        <List>
          {requests.map((request) => (
            <List.Item key={request}>{request}</List.Item>
          ))}
        </List>
      )}
    </section>
  );
}

function Suggestions({ mentee }: { mentee: MenteeRow }) {
  const [, go] = useLocation();
  const mayPropose = useMay('pairs:write');
  const [proposed, setProposed] = useState<Proposed | null>(null);
  const suggestions = useQuery({
    queryKey: [...pairsKey, 'suggestions', mentee.id],
    queryFn: () =>
      ask(client.GET('/api/mentees/{id}/suggestions', { params: { path: { id: mentee.id }, query: {} } })),
  });
  const propose = ({ mentor, reasons }: Suggestion) => {
    const fitting = reasons.find((reason) => reason.kind === 'form');
    setProposed({
      mentor,
      mentees: [mentee],
      form: fitting?.form ?? (mentee.pupil ? 'student-pupil' : 'teacher-teacher'),
      pupil: mentee.pupil,
    });
  };
  return (
    <section>
      <Title order={2} size="h4">
        {words.title}
      </Title>
      <Text c="dimmed" mb="sm">
        {words.hint}
      </Text>
      <Waiting query={suggestions}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={words.none} hint={words.noneHint} />
          ) : (
            <Stack component="ul" className="plain-list">
              {items.map((suggestion) => (
                <SuggestionCard
                  key={suggestion.mentor.id}
                  suggestion={suggestion}
                  onPropose={mayPropose ? () => propose(suggestion) : null}
                />
              ))}
            </Stack>
          )
        }
      </Waiting>
      <ProposeDialog
        proposed={proposed}
        onClose={() => setProposed(null)}
        onSent={(id) => go(`/pairs/${id}`)}
      />
    </section>
  );
}

function SuggestionCard({
  suggestion: { mentor, reasons },
  onPropose,
}: {
  suggestion: Suggestion;
  onPropose: (() => void) | null;
}) {
  return (
    <Card component="li" withBorder padding="sm">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={3} size="h5">
            {wholeName(mentor)}
          </Title>
          <Text size="sm" c="dimmed">
            {mentor.organizationName}
          </Text>
        </div>
        {onPropose !== null && (
          <Button size="xs" onClick={onPropose} aria-label={words.proposeTo(wholeName(mentor))}>
            {words.propose}
          </Button>
        )}
      </Group>
      <List size="sm" mt="xs" aria-label={words.why}>
        {reasons.map((reason) => (
          <List.Item key={reason.kind}>
            <Text span size="sm" {...(isDoubt(reason) && { c: 'dimmed' })}>
              {reasonText(reason)}
            </Text>
          </List.Item>
        ))}
      </List>
    </Card>
  );
}
