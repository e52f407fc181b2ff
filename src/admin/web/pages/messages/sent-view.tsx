import { Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { recipientStates } from '../../../../domain/mailings/mailing.ts';
import { mailingWords as words } from '../../../../texts/panel/mailings.ts';
import { ask, client, newKey } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay, useSelf } from '../../self.ts';
import {
  instantText,
  type MailingProgress,
  type MailingView,
  mailingKey,
  mailingsKey,
} from './mailing-data.ts';
import { RecipientsTable } from './recipients-table.tsx';

const pauseMs = 3000;

/** A message that was sent or is being sent: how far it is, and what became of each. */
export function SentView({ mailing }: { mailing: MailingView }) {
  const { id } = mailing;
  const progress = useQuery({
    queryKey: [...mailingKey(id), 'progress'],
    queryFn: () => ask(client.GET('/api/mailings/{id}/progress', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && (data.state === 'sending' || data.counts.queued > 0) ? pauseMs : false,
  });
  return (
    <Stack>
      <Paper withBorder p="sm" radius="md">
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{mailing.text}</Text>
      </Paper>
      <Waiting query={progress}>{(seen) => <ProgressCard id={id} progress={seen} />}</Waiting>
      <Title order={2} size="h4">
        {words.recipients}
      </Title>
      <RecipientsTable id={id} />
    </Stack>
  );
}

function ProgressCard({ id, progress }: { id: string; progress: MailingProgress }) {
  const { counts, finishesAt } = progress;
  const timeZone = useSelf().data?.programme.timeZone ?? 'UTC';
  const total = Object.values(counts).reduce((sum, each) => sum + each, 0);
  const done = total - counts.planned - counts.queued;
  return (
    <Stack gap="xs">
      <div role="status">
        <Text fw={600}>{words.done(done, total)}</Text>
        <Text size="sm" c="dimmed">
          {recipientStates
            .filter((state) => counts[state] > 0)
            .map((state) => `${words.recipientStates[state]}: ${counts[state]}`)
            .join(' · ')}
        </Text>
        {finishesAt !== null && <Text size="sm">{words.left(instantText(finishesAt, timeZone))}</Text>}
      </div>
      <Progress
        value={total === 0 ? 100 : (100 * done) / total}
        animated={progress.state === 'sending'}
        aria-label={words.progress}
      />
      <Steps id={id} progress={progress} />
    </Stack>
  );
}

type Step = 'pause' | 'resume' | 'stop' | 'retry';

function Steps({ id, progress: { state, counts } }: { id: string; progress: MailingProgress }) {
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [key] = useState(newKey);
  const params = { path: { id } };
  const settled = () => queries.invalidateQueries({ queryKey: mailingsKey });
  const step = useMutation({
    mutationFn: (action: Step) => ask(client.POST(`/api/mailings/{id}/${action}`, { params, body: {} })),
    onSettled: settled,
  });
  const copying = useMutation({
    mutationFn: () =>
      ask(client.POST('/api/mailings/{id}/copy', { params, headers: { 'idempotency-key': key } })),
    async onSuccess(copy) {
      await settled();
      go(`/messages/${copy.id}`);
    },
  });
  if (!useMay('messages:write')) return null;
  const act = (action: Step, label: string) => (
    <Button variant="default" loading={step.isPending} onClick={() => step.mutate(action)}>
      {label}
    </Button>
  );
  return (
    <>
      <Problem error={step.error ?? copying.error} />
      <Group>
        {state === 'sending' && act('pause', words.pause)}
        {state === 'paused' && act('resume', words.resume)}
        {(state === 'sending' || state === 'paused') && (
          <ConfirmButton
            label={words.stop}
            warning={words.stopWarning}
            confirm={words.stopConfirm}
            variant="default"
            onConfirm={() => step.mutateAsync('stop')}
          />
        )}
        {state === 'done' && counts.failed + counts.skipped > 0 && act('retry', words.retry)}
        <Button variant="default" loading={copying.isPending} onClick={() => copying.mutate()}>
          {words.copy}
        </Button>
      </Group>
    </>
  );
}
