import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

type Props = {
  label: string;
  button: string;
  loading: boolean;
  onCode: (code: string) => void;
  /** Digits of a phone, so that a phone shows its number keys and fills in by itself. */
  numeric?: boolean;
};

/** One field and its button: a code that was read somewhere else. */
export function CodeForm({ label, button, loading, onCode, numeric = false }: Props) {
  const [code, setCode] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '') onCode(code);
  };
  return (
    <form onSubmit={send}>
      <Group align="flex-end" gap="sm">
        <TextInput
          label={label}
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
          maxLength={40}
          autoComplete={numeric ? 'one-time-code' : 'off'}
          autoCapitalize="characters"
          spellCheck={false}
          data-autofocus
          flex={1}
          miw={180}
        />
        <Button type="submit" loading={loading}>
          {button}
        </Button>
      </Group>
    </form>
  );
}
