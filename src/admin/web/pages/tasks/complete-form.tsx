import { Button, FileInput, Group, Paper, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { taskWords } from '../../../../texts/panel/tasks.ts';
import { newKey } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';
import { say } from '../../parts/say.ts';
import { postForm } from '../../post-form.ts';
import type { TaskView } from './task-page.tsx';

const words = taskWords.complete;

/** Marks a task as done, with what there is to show for it. */
export function CompleteForm({ task, changed }: { task: TaskView; changed: () => Promise<unknown> }) {
  const [text, setText] = useState('');
  const [link, setLink] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [key, setKey] = useState(newKey);
  const sending = useMutation({
    mutationFn: () => {
      const form = new FormData();
      form.append('text', text);
      form.append('link', link);
      if (file !== null) form.append('file', file);
      return postForm<{ id: string }>(`/api/tasks/${task.id}/completions`, form, { 'idempotency-key': key });
    },
    onSuccess: async () => {
      say(words.done);
      setText('');
      setLink('');
      setFile(null);
      await changed();
    },
    onSettled: () => setKey(newKey()),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    sending.mutate();
  };
  return (
    <Paper withBorder p="md" radius="md" component="form" onSubmit={send}>
      <Title order={2} size="h4" mb="xs">
        {task.dueOn === null ? words.standing : words.title}
      </Title>
      <Problem error={sending.error} />
      <Stack gap="sm">
        <Textarea
          label={words.text}
          value={text}
          maxLength={4000}
          autosize
          minRows={2}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <TextInput
          type="url"
          label={words.link}
          value={link}
          placeholder="https://"
          maxLength={2000}
          onChange={({ currentTarget }) => setLink(currentTarget.value)}
        />
        <FileInput
          placeholder={shellWords.chooseFile}
          label={words.file}
          description={words.fileHint}
          value={file}
          onChange={setFile}
          clearable
        />
        <Group justify="flex-end">
          <Button type="submit" loading={sending.isPending}>
            {words.send}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
