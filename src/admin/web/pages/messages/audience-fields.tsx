import { Fieldset, MultiSelect, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { consentKinds } from '../../../../domain/consents/consent.ts';
import { pairStates } from '../../../../domain/pairs/pair.ts';
import { roles } from '../../../../domain/people/person.ts';
import { consentTitles } from '../../../../texts/consent-names.ts';
import { mailingWords as words } from '../../../../texts/panel/mailings.ts';
import { pairStateTitle } from '../../../../texts/panel/pairs.ts';
import { roleNames } from '../../../../texts/roles.ts';
import { ask, client } from '../../client.ts';
import { type MailingForm, useOrganizations } from './mailing-data.ts';

type Props = { form: MailingForm; onChange: (change: Partial<MailingForm>) => void };

/** Whom it is for. */
export function AudienceFields({ form, onChange }: Props) {
  const organizations = useOrganizations();
  return (
    <Fieldset legend={words.steps.group}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.groupHint}
        </Text>
        <MultiSelect
          label={words.roles}
          data={roles.map((value) => ({ value, label: roleNames[value] }))}
          value={form.roles}
          onChange={(value) => onChange({ roles: value })}
          searchable
          clearable
        />
        <MultiSelect
          label={words.organizations}
          description={words.organizationsHint}
          data={organizations.data ?? []}
          value={form.organizationIds}
          onChange={(value) => onChange({ organizationIds: value })}
          searchable
          clearable
          limit={100}
        />
        <MultiSelect
          label={words.applicationStates}
          description={words.applicationStatesHint}
          data={Object.entries(words.applicationStateNames).map(([value, label]) => ({ value, label }))}
          value={form.applicationStates}
          onChange={(value) => onChange({ applicationStates: value })}
          clearable
        />
        <MultiSelect
          label={words.pairStates}
          description={words.pairStatesHint}
          data={pairStates.map((value) => ({ value, label: pairStateTitle[value] }))}
          value={form.pairStates}
          onChange={(value) => onChange({ pairStates: value })}
          clearable
        />
        <Select
          label={words.lacks}
          placeholder={words.lacksNone}
          data={consentKinds.map((value) => ({ value, label: consentTitles[value] }))}
          value={form.lacks}
          onChange={(lacks) => onChange({ lacks })}
          clearable
        />
        <PeopleField form={form} onChange={onChange} />
      </Stack>
    </Fieldset>
  );
}

const fewestLetters = 2;

/** People named one by one, found by surname. */
function PeopleField({ form, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 300);
  const found = useQuery({
    queryKey: ['people', 'choice', q],
    enabled: q.length >= fewestLetters,
    queryFn: () => ask(client.GET('/api/people', { params: { query: { q, size: 20 } } })),
  });
  const known = new Map(form.people.map(({ id, name }) => [id, name]));
  for (const { id, surname, name, patronymic } of found.data?.items ?? []) {
    known.set(id, [surname, name, patronymic].filter((each) => each !== '').join(' '));
  }
  return (
    <MultiSelect
      label={words.people}
      description={words.peopleHint}
      data={[...known].map(([value, label]) => ({ value, label }))}
      value={form.people.map(({ id }) => id)}
      onChange={(ids) => onChange({ people: ids.map((id) => ({ id, name: known.get(id) ?? id })) })}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // The server forgives slips, so it decides who fits.
      filter={({ options }) => options}
      clearable
    />
  );
}
