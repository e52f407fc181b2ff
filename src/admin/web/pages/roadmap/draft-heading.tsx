import { Button, Group, Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { roadmapWords, draftWords as words } from '../../../../texts/panel/roadmap.ts';
import { Problem } from '../../parts/problem.tsx';
import type { Draft, EditDraft } from './draft-page.tsx';

/** Title, order and period. */
export function DraftHeading({ draft, edit }: { draft: Draft; edit: EditDraft }) {
  const [title, setTitle] = useState(draft.title);
  const [number, setNumber] = useState(draft.order?.number ?? '');
  const [on, setOn] = useState(draft.order?.on ?? '');
  const [from, setFrom] = useState(draft.period.from);
  const [to, setTo] = useState(draft.period.to);
  const [error, setError] = useState<unknown>(null);
  const isImport = draft.kind === 'import';
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const hasOrder = number.trim() !== '' && on !== '';
    const isMoved = from !== draft.period.from || to !== draft.period.to;
    edit({
      ...(title !== draft.title && { title }),
      ...(hasOrder && { order: { number, on } }),
      ...(isImport && isMoved && { period: { from, to } }),
    }).catch(setError);
  };
  return (
    <Paper withBorder p="md" radius="md" component="form" onSubmit={apply}>
      <Title order={2} size="h4" mb="xs">
        {words.heading}
      </Title>
      <Problem error={error} />
      <Stack gap="sm">
        <Textarea
          label={words.name}
          value={title}
          autosize
          maxLength={2000}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        <Group align="flex-end">
          <TextInput
            label={words.orderNumber}
            value={number}
            maxLength={100}
            onChange={({ currentTarget }) => setNumber(currentTarget.value)}
          />
          <TextInput
            type="date"
            label={words.orderOn}
            value={on}
            onChange={({ currentTarget }) => setOn(currentTarget.value)}
          />
          {isImport && (
            <>
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
            </>
          )}
          <Button type="submit" variant="default">
            {words.apply}
          </Button>
        </Group>
        {!isImport && (
          <Text size="sm">
            {words.period}: {roadmapWords.period(draft.period)}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
