import { Button, Fieldset, Group, List, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { settingsWords } from '../../../../texts/panel/settings.ts';
import { ask, client } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';
import { holidaysKey } from './holiday-form.tsx';

const words = settingsWords.holidays;

/** A year's days, pasted: first read, then saved. */
export function HolidayImport({ year }: { year: number }) {
  const [text, setText] = useState('');
  const queries = useQueryClient();
  const reading = useMutation({
    mutationFn: (dry: boolean) =>
      ask(client.POST('/api/settings/holidays/import', { body: { year, text, dry } })),
    async onSuccess({ faults }, dry) {
      if (dry || faults.length > 0) return;
      setText('');
      await queries.invalidateQueries({ queryKey: holidaysKey });
    },
  });
  const read = reading.data;
  const isGood = read !== undefined && read.faults.length === 0 && read.days.length > 0;
  return (
    <Fieldset legend={words.importTitle}>
      <Stack gap="sm">
        <Textarea
          label={words.importText}
          description={words.importHint}
          autosize
          minRows={4}
          maxRows={20}
          value={text}
          onChange={({ currentTarget }) => {
            reading.reset();
            setText(currentTarget.value);
          }}
        />
        <Problem error={reading.error} />
        {read !== undefined && (
          <div role="status">
            <Text size="sm">{words.found(read.days.length)}</Text>
            <List size="sm">
              {read.faults.map(({ line, text: typed, fault }) => (
                <List.Item key={line}>{words.fault(line, typed, fault)}</List.Item>
              ))}
            </List>
          </div>
        )}
        <Group>
          <Button
            variant="default"
            disabled={text.trim() === ''}
            loading={reading.isPending}
            onClick={() => reading.mutate(true)}
          >
            {words.check}
          </Button>
          <Button disabled={!isGood || text.trim() === ''} onClick={() => reading.mutate(false)}>
            {words.take}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
