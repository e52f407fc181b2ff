import { NumberInput, TextInput } from '@mantine/core';
import { personWords as words } from '../../../../texts/panel/people.ts';

export type Facts = {
  surname: string;
  name: string;
  patronymic: string;
  birthYear: number | null;
  phone: string | null;
};

export const noFacts: Facts = { surname: '', name: '', patronymic: '', birthYear: null, phone: null };

/** What is known of somebody, as a form; `contacts`: with the phone. */
export function FactsFields({
  facts,
  onChange,
  contacts,
}: {
  facts: Facts;
  onChange: (facts: Facts) => void;
  contacts: boolean;
}) {
  return (
    <>
      {(['surname', 'name', 'patronymic'] as const).map((key) => (
        <TextInput
          key={key}
          label={words[key]}
          value={facts[key]}
          required={key !== 'patronymic'}
          maxLength={60}
          autoComplete="off"
          onChange={({ currentTarget }) => onChange({ ...facts, [key]: currentTarget.value })}
        />
      ))}
      <NumberInput
        label={words.birthYear}
        value={facts.birthYear ?? ''}
        min={1900}
        max={2100}
        hideControls
        thousandSeparator=""
        onChange={(value) => onChange({ ...facts, birthYear: typeof value === 'number' ? value : null })}
      />
      {contacts && (
        <TextInput
          label={words.phone}
          type="tel"
          value={facts.phone ?? ''}
          maxLength={40}
          autoComplete="off"
          onChange={({ currentTarget }) => onChange({ ...facts, phone: currentTarget.value || null })}
        />
      )}
    </>
  );
}
