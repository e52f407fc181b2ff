import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { settingsWords } from '../../../../texts/panel/settings.ts';
import { ask, client } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';

const words = settingsWords.holidays;

export const holidaysKey = ['settings', 'holidays'] as const;

/** One day more. */
export function HolidayForm({ year }: { year: number }) {
  const [day, setDay] = useState('');
  const [name, setName] = useState('');
  const [working, setWorking] = useState(false);
  const queries = useQueryClient();
  const adding = useMutation({
    mutationFn: () =>
      ask(client.PUT('/api/settings/holidays/{day}', { params: { path: { day } }, body: { working, name } })),
    async onSuccess() {
      setName('');
      await queries.invalidateQueries({ queryKey: holidaysKey });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        adding.mutate();
      }}
    >
      <Problem error={adding.error} />
      <Group align="flex-end">
        <TextInput
          type="date"
          label={words.day}
          required
          value={day}
          min={`${year}-01-01`}
          max={`${year}-12-31`}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
        />
        <TextInput
          label={words.name}
          required
          maxLength={200}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Checkbox
          label={words.isWorking}
          checked={working}
          onChange={({ currentTarget }) => setWorking(currentTarget.checked)}
        />
        <Button type="submit" loading={adding.isPending}>
          {words.add}
        </Button>
      </Group>
    </form>
  );
}
