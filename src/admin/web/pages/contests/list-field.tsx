import { TextInput } from '@mantine/core';
import { useState } from 'react';

type Props<Item extends string | number> = {
  label: string;
  hint: string;
  readOnly: boolean;
  value: readonly Item[];
  /** What stands in the text; what does not belong is left out. */
  read: (text: string) => Item[];
  /** Between two. */
  gap: string;
  onChange: (value: Item[]) => void;
};

/** A short list typed in one line: what is typed stays as it is until it means something else. */
export function ListField<Item extends string | number>(props: Props<Item>) {
  const { label, hint, readOnly, value, read, gap, onChange } = props;
  const [typed, setTyped] = useState(value.join(gap));
  const isSame = read(typed).join(gap) === value.join(gap);
  return (
    <TextInput
      label={label}
      description={hint}
      readOnly={readOnly}
      value={isSame ? typed : value.join(gap)}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange(read(currentTarget.value));
      }}
    />
  );
}

export const hashtagsIn = (text: string): string[] => text.split(/[\s,]+/).filter((tag) => tag !== '');
export const numbersIn = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number).slice(0, 10);
