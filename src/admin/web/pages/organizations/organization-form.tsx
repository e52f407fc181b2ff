import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type OrganizationKind, organizationKinds } from '../../../../domain/organizations/organization.ts';
import { organizationWords as words } from '../../../../texts/panel/organizations.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { Problem } from '../../parts/problem.tsx';

export type OrganizationFacts = {
  kind: OrganizationKind;
  name: string;
  shortName: string;
  aliases: string[];
};

type Props = {
  facts: OrganizationFacts;
  error: unknown;
  pending: boolean;
  onSave: (facts: OrganizationFacts) => void;
  onCancel: () => void;
};

/** What an organization is called. */
export function OrganizationForm({ facts, error, pending, onSave, onCancel }: Props) {
  const [kind, setKind] = useState(facts.kind);
  const [name, setName] = useState(facts.name);
  const [shortName, setShortName] = useState(facts.shortName);
  const [aliases, setAliases] = useState(facts.aliases.join(', '));
  const other = aliases
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ kind, name, shortName, aliases: other });
      }}
    >
      <Stack>
        <Problem error={error} />
        <NativeSelect
          label={words.kind}
          value={kind}
          data={organizationKinds.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={({ currentTarget }) => setKind(currentTarget.value as OrganizationKind)}
        />
        <TextInput
          label={words.name}
          description={words.nameHint}
          value={name}
          required
          maxLength={300}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <TextInput
          label={words.shortName}
          description={words.shortNameHint}
          value={shortName}
          required
          maxLength={100}
          onChange={({ currentTarget }) => setShortName(currentTarget.value)}
        />
        <TextInput
          label={words.aliases}
          description={words.aliasesHint}
          value={aliases}
          maxLength={1000}
          onChange={({ currentTarget }) => setAliases(currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {shellWords.cancel}
          </Button>
          <Button type="submit" loading={pending}>
            {shellWords.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
