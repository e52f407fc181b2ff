import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client } from '../client.ts';
import { fullNameOf } from './person-name.tsx';

type Props = {
  label: string;
  hint?: string;
  value: string | null;
  onChange: (personId: string | null) => void;
};

const fewestLetters = 2;

/** Somebody known, found by surname; needs `people:read`. */
export function PersonSelect({ label, hint, value, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const [q] = useDebouncedValue(typed.trim(), 300);
  const found = useQuery({
    queryKey: ['people', 'choice', q],
    enabled: q.length >= fewestLetters,
    queryFn: () => ask(client.GET('/api/people', { params: { query: { q, size: 20 } } })),
  });
  const options = (found.data?.items ?? []).map((person) => ({
    value: person.id,
    label: fullNameOf(person),
  }));
  if (chosen !== null && chosen.value === value && options.every((each) => each.value !== value))
    options.unshift(chosen);
  return (
    <Select
      label={label}
      {...(hint !== undefined && { description: hint })}
      data={options}
      value={value}
      onChange={(id) => {
        setChosen(options.find((each) => each.value === id) ?? null);
        onChange(id);
      }}
      searchable
      clearable
      miw={280}
      onSearchChange={setTyped}
      // The server forgives slips, so it decides who fits.
      filter={({ options: all }) => all}
    />
  );
}
