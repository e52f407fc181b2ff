import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client } from '../client.ts';

type Props = {
  label: string;
  value: string | null;
  onChange: (organizationId: string | null) => void;
  placeholder?: string;
  required?: boolean;
  w?: number;
};

const shown = 50;

/** One of the organizations within reach, found by a part of its name. */
export function OrganizationSelect({ label, value, onChange, placeholder, required = false, w }: Props) {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 200);
  const found = useQuery({
    queryKey: ['organizations', 'select', q],
    queryFn: () =>
      ask(
        client.GET('/api/organizations', { params: { query: { size: shown, ...(q === '' ? {} : { q }) } } }),
      ),
    placeholderData: keepPreviousData,
  });
  const chosen = useQuery({
    queryKey: ['organization', value],
    enabled: value !== null,
    queryFn: () => ask(client.GET('/api/organizations/{id}', { params: { path: { id: value ?? '' } } })),
  });
  const options = (found.data?.items ?? []).map(({ id, shortName }) => ({ value: id, label: shortName }));
  const known = chosen.data?.card;
  if (known !== undefined && known.id === value && options.every((each) => each.value !== value)) {
    options.unshift({ value: known.id, label: known.facts.shortName });
  }
  return (
    <Select
      label={label}
      data={options}
      value={value}
      onChange={onChange}
      searchable
      clearable={!required}
      required={required}
      filter={({ options: all }) => all}
      onSearchChange={setTyped}
      {...(placeholder !== undefined && { placeholder })}
      {...(w !== undefined && { w })}
    />
  );
}
