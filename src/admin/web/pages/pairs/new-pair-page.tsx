import { MultiSelect, Paper, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { pairPanelWords, proposeWords as words } from '../../../../texts/panel/pairs.ts';
import { ask, client } from '../../client.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { wholeName } from './names.ts';
import { type MenteeRow, type MentorRow, pairsKey } from './pair-data.ts';
import { ProposeForm } from './propose-dialog.tsx';

/** A pair or a group put together by hand. */
export function NewPairPage() {
  const [, go] = useLocation();
  const [mentor, setMentor] = useState<MentorRow | null>(null);
  const [mentees, setMentees] = useState<readonly MenteeRow[]>([]);
  const [first] = mentees;
  return (
    <>
      <PageHead title={words.title} hint={words.hint} />
      <Stack maw={640}>
        <MentorSelect chosen={mentor} onChoose={setMentor} />
        <MenteesSelect chosen={mentees} onChoose={setMentees} />
        {mentor !== null && first !== undefined ? (
          <Paper withBorder p="md">
            <ProposeForm
              key={String(first.pupil)}
              proposed={{
                mentor,
                mentees,
                form: first.pupil ? 'student-pupil' : 'teacher-teacher',
                pupil: first.pupil,
              }}
              onClose={() => go('/pairs')}
              onSent={(id) => go(`/pairs/${id}`)}
            />
          </Paper>
        ) : (
          <Text c="dimmed">{pairPanelWords.noneHint}</Text>
        )}
      </Stack>
    </>
  );
}

const most = 30;

function labelOf(person: MenteeRow | MentorRow): string {
  return `${wholeName(person)}, ${person.organizationName}`;
}

/** Of one person appointed twice the first place stands for both. */
function once<Row extends { id: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

export function MentorSelect({
  chosen,
  onChoose,
}: {
  chosen: MentorRow | null;
  onChoose: (mentor: MentorRow | null) => void;
}) {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.split(' ')[0] ?? '', 300);
  const query = { free: 'true' as const, size: most, ...(q === '' ? {} : { q }) };
  const mentors = useQuery({
    queryKey: [...pairsKey, 'mentors', query],
    queryFn: () => ask(client.GET('/api/mentors', { params: { query } })),
    placeholderData: keepPreviousData,
  });
  const rows = once([...(chosen === null ? [] : [chosen]), ...(mentors.data?.items ?? [])]);
  return (
    <Select
      label={words.mentor}
      searchable
      clearable
      nothingFoundMessage={words.nobody}
      value={chosen?.id ?? null}
      data={rows.map((row) => ({
        value: row.id,
        label: `${labelOf(row)} — ${words.places(row.capacity - row.load, row.capacity)}`,
      }))}
      onSearchChange={setTyped}
      onChange={(id) => onChoose(rows.find((row) => row.id === id) ?? null)}
    />
  );
}

function MenteesSelect({
  chosen,
  onChoose,
}: {
  chosen: readonly MenteeRow[];
  onChoose: (mentees: readonly MenteeRow[]) => void;
}) {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.split(' ')[0] ?? '', 300);
  const query = { size: most, ...(q === '' ? { paired: 'false' as const } : { q }) };
  const mentees = useQuery({
    queryKey: [...pairsKey, 'mentees', query],
    queryFn: () => ask(client.GET('/api/mentees', { params: { query } })),
    placeholderData: keepPreviousData,
  });
  const rows = once([...chosen, ...(mentees.data?.items ?? [])]);
  return (
    <MultiSelect
      label={words.mentees}
      description={words.menteesHint}
      searchable
      maxValues={10}
      nothingFoundMessage={words.nobody}
      value={chosen.map(({ id }) => id)}
      data={rows.map((row) => ({ value: row.id, label: labelOf(row) }))}
      onSearchChange={setTyped}
      onChange={(ids) => onChoose(rows.filter(({ id }) => ids.includes(id)))}
    />
  );
}
