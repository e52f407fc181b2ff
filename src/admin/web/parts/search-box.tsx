import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { shellWords } from '../../../texts/panel/shell.ts';

const patienceMs = 300;

/** Looks for what is typed, once the typing pauses. */
export function SearchBox({
  q,
  onSearch,
  label,
}: {
  q: string;
  onSearch: (q: string) => void;
  label?: string;
}) {
  const [typed, setTyped] = useState(q);
  // Whoever has gone on to another page meanwhile is not brought back.
  const search = useDebouncedCallback((words: string, path: string) => {
    if (path === window.location.pathname) onSearch(words);
  }, patienceMs);
  return (
    <TextInput
      type="search"
      label={label ?? shellWords.search}
      value={typed}
      maxLength={200}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        search(currentTarget.value.trim(), window.location.pathname);
      }}
    />
  );
}
