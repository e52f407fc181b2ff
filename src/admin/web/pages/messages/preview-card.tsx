import { Fieldset, Group, List, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { SkipReason } from '../../../../domain/mailings/mailing.ts';
import { mailingWords as words } from '../../../../texts/panel/mailings.ts';
import { ask, client } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay, useSelf } from '../../self.ts';
import {
  instantText,
  type MailingPreview,
  type MailingView,
  mailingKey,
  mailingsKey,
} from './mailing-data.ts';

/** Whom it would reach, how it would look, and the button that sends it. */
export function PreviewCard({ mailing, dirty }: { mailing: MailingView; dirty: boolean }) {
  const { id } = mailing;
  const path = { id };
  const queries = useQueryClient();
  const [, go] = useLocation();
  const may = useMay('messages:write');
  const preview = useQuery({
    queryKey: [...mailingKey(id), 'preview'],
    queryFn: () => ask(client.GET('/api/mailings/{id}/preview', { params: { path } })),
  });
  const starting = useMutation({
    mutationFn: (readers: number) =>
      ask(client.POST('/api/mailings/{id}/start', { params: { path }, body: { readers } })),
    onSettled: () => queries.invalidateQueries({ queryKey: mailingsKey }),
  });
  const removing = useMutation({
    mutationFn: () => ask(client.DELETE('/api/mailings/{id}', { params: { path } })),
    async onSuccess() {
      go('/messages');
      await queries.invalidateQueries({ queryKey: [...mailingsKey, 'list'] });
    },
  });
  return (
    <Fieldset legend={words.steps.check}>
      <Waiting query={preview}>
        {(seen) => (
          <Stack gap="sm">
            <Counts preview={seen} />
            <Looks preview={seen} files={mailing.files.map(({ name }) => name)} />
            <Problem error={starting.error ?? removing.error} />
            {may && (
              <Group>
                <ConfirmButton
                  label={words.send}
                  warning={words.sendWarning(reachedBy(seen))}
                  confirm={words.sendConfirm}
                  disabled={dirty || reachedBy(seen) === 0}
                  loading={starting.isPending}
                  onConfirm={() => starting.mutateAsync(seen.forecast.total)}
                />
                <ConfirmButton
                  label={words.remove}
                  warning={words.removeWarning}
                  confirm={words.removeConfirm}
                  variant="default"
                  loading={removing.isPending}
                  onConfirm={() => removing.mutateAsync()}
                />
              </Group>
            )}
          </Stack>
        )}
      </Waiting>
    </Fieldset>
  );
}

const reachedBy = ({ forecast }: MailingPreview) =>
  Object.values(forecast.byPlatform).reduce((sum, each) => sum + each, 0);

function Counts({ preview }: { preview: MailingPreview }) {
  const { forecast, finishesAt, sample } = preview;
  const timeZone = useSelf().data?.programme.timeZone ?? 'UTC';
  const reached = reachedBy(preview);
  const rest = forecast.total - sample.length;
  return (
    <div role="status">
      <Text fw={600}>{reached === 0 ? words.nobody : words.willReach(reached)}</Text>
      <List size="sm">
        <List.Item>{words.inGroup(forecast.total)}</List.Item>
        {Object.entries(forecast.byPlatform).map(([platform, count]) => (
          <List.Item key={platform}>
            {words.byPlatform(words.platforms[platform] ?? platform, count)}
          </List.Item>
        ))}
        {forecast.otherText > 0 && <List.Item>{words.otherTextTo(forecast.otherText)}</List.Item>}
        {Object.entries(forecast.skipped).map(([reason, count]) => (
          <List.Item key={reason}>{words.skipped(reason as SkipReason, count ?? 0)}</List.Item>
        ))}
      </List>
      {reached > 0 && (
        <Text size="sm">
          {finishesAt === null ? words.never : words.finishes(instantText(finishesAt, timeZone))}
        </Text>
      )}
      {sample.length > 0 && (
        <Text size="sm" c="dimmed">
          {words.sample}: {sample.map(({ name }) => name).join(', ')}
          {rest > 0 ? ` ${words.more(rest)}` : ''}
        </Text>
      )}
    </div>
  );
}

function Looks({ preview: { shown }, files }: { preview: MailingPreview; files: string[] }) {
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {words.preview}: {shown.reader}
      </Text>
      <Bubble text={shown.text} files={files} />
      {shown.otherText !== null && (
        <>
          <Text size="sm" fw={600}>
            {words.otherPreview}
          </Text>
          <Bubble text={shown.otherText} files={[]} />
        </>
      )}
    </Stack>
  );
}

function Bubble({ text, files }: { text: string; files: string[] }) {
  return (
    <Paper withBorder p="sm" radius="md" maw={560}>
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Text>
      {files.map((name) => (
        <Text key={name} size="sm" c="dimmed">
          📎 {name}
        </Text>
      ))}
    </Paper>
  );
}
