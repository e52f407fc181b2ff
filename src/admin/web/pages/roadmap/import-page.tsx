import { Anchor, Button, FileInput, Group, List, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { draftWords as words } from '../../../../texts/panel/roadmap.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { ask, client, newKey } from '../../client.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Problem } from '../../parts/problem.tsx';
import { postForm } from '../../post-form.ts';

/** Reads a file into a draft; nothing of the roadmap changes by it. */
export function ImportPage() {
  const [file, setFile] = useState<File | null>(null);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [, go] = useLocation();
  const reading = useMutation({
    mutationFn: () => {
      const form = new FormData();
      form.append('from', from);
      form.append('to', to);
      if (file !== null) form.append('file', file);
      return postForm<{ id: string }>('/api/roadmap-drafts', form, { 'idempotency-key': newKey() });
    },
    onSuccess: ({ id }) => go(`/roadmap/drafts/${id}`),
  });
  const read = (event: FormEvent) => {
    event.preventDefault();
    reading.mutate();
  };
  return (
    <>
      <PageHead title={words.importTitle} hint={words.importHint} />
      <Stack maw={640}>
        <Paper withBorder p="md" radius="md" component="form" onSubmit={read}>
          <Stack>
            <Problem error={reading.error} />
            <FileInput
              placeholder={shellWords.chooseFile}
              label={words.file}
              value={file}
              onChange={setFile}
              accept=".docx,.xlsx,.txt,text/plain"
              required
              clearable
            />
            <Group grow align="flex-start">
              <TextInput
                type="date"
                label={words.from}
                value={from}
                onChange={({ currentTarget }) => setFrom(currentTarget.value)}
              />
              <TextInput
                type="date"
                label={words.to}
                value={to}
                onChange={({ currentTarget }) => setTo(currentTarget.value)}
              />
            </Group>
            <Text size="sm" c="dimmed">
              {words.periodHint}
            </Text>
            <Group justify="flex-end">
              <Button type="submit" loading={reading.isPending}>
                {words.read}
              </Button>
            </Group>
          </Stack>
        </Paper>
        <OpenDrafts />
      </Stack>
    </>
  );
}

function OpenDrafts() {
  const drafts = useQuery({
    queryKey: ['roadmap', 'drafts'],
    queryFn: () => ask(client.GET('/api/roadmap-drafts')),
  });
  if (drafts.data === undefined || drafts.data.length === 0) return null;
  return (
    <Paper withBorder p="md" radius="md">
      <Title order={2} size="h4" mb="xs">
        {words.open}
      </Title>
      <List>
        {drafts.data.map(({ id, kind, createdAt }) => (
          <List.Item key={id}>
            {words.kinds[kind]}, {new Date(createdAt).toLocaleString('ru')}{' '}
            <Anchor component={Link} href={`/roadmap/drafts/${id}`} underline="always">
              {words.continue}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Paper>
  );
}
