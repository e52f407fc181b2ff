import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { settingWords } from '../../../../texts/panel/contest-settings.ts';
import { ask, client } from '../../client.ts';

const words = settingWords.about;

type Props = {
  value: string | null;
  onChange: (itemId: string | null) => void;
  readOnly: boolean;
};

/** An item of today's roadmap, found by number or words; whatever was chosen before stays, of a former roadmap too. */
export function ItemSelect({ value, onChange, readOnly }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const [q] = useDebouncedValue(typed?.trim() ?? '', 300);
  const found = useQuery({
    queryKey: ['roadmap', 'choice', q],
    queryFn: () => ask(client.GET('/api/roadmap-items', { params: { query: { q, size: 50 } } })),
    placeholderData: keepPreviousData,
  });
  const chosen = useQuery({
    queryKey: ['roadmap', 'item', value],
    enabled: value !== null,
    queryFn: () => ask(client.GET('/api/roadmap-items/{id}', { params: { path: { id: value ?? '' } } })),
  });
  const options = (found.data?.items ?? []).map(optionOf);
  if (value !== null && options.every((each) => each.value !== value))
    options.unshift(chosen.data === undefined ? { value, label: words.goneItem } : optionOf(chosen.data));
  return (
    <Select
      label={words.item}
      description={words.itemHint}
      placeholder={words.noItem}
      data={options}
      value={value}
      onChange={(id) => {
        setTyped(null);
        onChange(id);
      }}
      readOnly={readOnly}
      searchable
      clearable={!readOnly}
      onSearchChange={(text) => setTyped(options.some(({ label }) => label === text) ? null : text)}
      // The server has looked for it already, by section and number too.
      filter={({ options: all }) => all}
    />
  );
}

function optionOf({ id, code, title }: { id: string; code: string; title: string }) {
  return { value: id, label: `${code} ${title}`.trim() };
}
