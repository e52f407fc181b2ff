import { Anchor, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import type { ConsentGiver, ConsentKind } from '../../../../domain/consents/consent.ts';
import { consentTitles } from '../../../../texts/consent-names.ts';
import { settingsWords } from '../../../../texts/panel/settings.ts';
import { answered, ask, client } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { ConflictDialog, conflictIn } from '../../parts/conflict-dialog.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay, useSelf } from '../../self.ts';
import { ConsentFields, type Draft, type View } from './consent-fields.tsx';
import { consentsKey } from './consents-page.tsx';

const words = settingsWords.consents;

type Which = { kind: ConsentKind; giver: ConsentGiver };

/** One text of a consent: edited, looked at, published. */
export function ConsentTextPage() {
  const path = useParams() as unknown as Which;
  const text = useQuery({
    queryKey: [...consentsKey, path.kind, path.giver],
    queryFn: () => answered(client.GET('/api/settings/consent-texts/{kind}/{giver}', { params: { path } })),
  });
  return (
    <>
      <PageHead title={consentTitles[path.kind] ?? words.title} hint={words.hint}>
        <Text>{words.givers[path.giver]}</Text>
        <Anchor component={Link} href="/settings/consents">
          {words.toList}
        </Anchor>
      </PageHead>
      <Waiting query={text}>
        {({ data, version }) => <TextForm key={version} which={path} view={data} version={version} />}
      </Waiting>
      <Versions which={path} />
    </>
  );
}

const labels = { title: words.field.title, summary: words.field.summary, body: words.field.body };

function TextForm({ which, view, version }: { which: Which; view: View; version: string }) {
  const { title, summary, body } = view;
  const [draft, setDraft] = useState<Draft>({ title, summary, body });
  const queries = useQueryClient();
  const previewing = useMutation({
    mutationFn: () => ask(client.POST('/api/settings/consent-texts/preview', { body: draft })),
  });
  const publishing = useMutation({
    mutationFn: (upon: string) =>
      answered(
        client.PUT('/api/settings/consent-texts/{kind}/{giver}', {
          params: { path: which },
          body: draft,
          headers: { 'if-match': upon },
        }),
      ),
    async onSuccess() {
      notifications.show({ message: words.published });
      await queries.invalidateQueries({ queryKey: consentsKey });
    },
  });
  const conflict = conflictIn<View>(publishing.error);
  const may = useMay('settings:write');
  return (
    <Stack maw={860}>
      <ConsentFields draft={draft} set={(change) => setDraft((old) => ({ ...old, ...change }))} />
      <Problem error={previewing.error ?? (conflict === null ? publishing.error : null)} />
      <Group>
        <Button variant="default" loading={previewing.isPending} onClick={() => previewing.mutate()}>
          {words.preview}
        </Button>
        {may && (
          <ConfirmButton
            label={words.publish}
            warning={words.publishWarning(view.givers)}
            confirm={words.publishConfirm}
            loading={publishing.isPending}
            onConfirm={() => publishing.mutateAsync(version)}
          />
        )}
      </Group>
      {previewing.data !== undefined && <Preview draft={previewing.data} />}
      <ConflictDialog<Draft>
        conflict={conflict}
        mine={draft}
        labels={labels}
        onTakeTheirs={() => {
          publishing.reset();
          void queries.invalidateQueries({ queryKey: consentsKey });
        }}
        onKeepMine={(upon) => publishing.mutate(upon)}
      />
    </Stack>
  );
}

function Preview({ draft }: { draft: Draft }) {
  return (
    <Paper withBorder p="md" radius="md" component="section" aria-label={words.previewTitle}>
      <Title order={2} size="h4">
        {draft.title}
      </Title>
      <Text style={{ whiteSpace: 'pre-wrap' }} c="dimmed" mb="sm">
        {draft.summary}
      </Text>
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{draft.body}</Text>
    </Paper>
  );
}

function Versions({ which }: { which: Which }) {
  const timeZone = useSelf().data?.programme.timeZone ?? 'UTC';
  const versions = useQuery({
    queryKey: [...consentsKey, which.kind, which.giver, 'versions'],
    queryFn: () =>
      ask(client.GET('/api/settings/consent-texts/{kind}/{giver}/versions', { params: { path: which } })),
  });
  return (
    <Waiting query={versions}>
      {({ items }) =>
        items.length > 0 && (
          <>
            <Title order={2} size="h4" mt="lg">
              {words.versions}
            </Title>
            <List size="sm">
              {items.map(({ version, publishedAt }) => (
                <List.Item key={version}>
                  {words.versionLine(version, new Date(publishedAt).toLocaleDateString('ru', { timeZone }))}
                </List.Item>
              ))}
            </List>
          </>
        )
      }
    </Waiting>
  );
}
