import { Checkbox, Group, MultiSelect, NumberInput } from '@mantine/core';
import { contestLimits } from '../../../../domain/contests/contest-settings.ts';
import { roles } from '../../../../domain/people/person.ts';
import { settingWords } from '../../../../texts/panel/contest-settings.ts';
import { roleNames } from '../../../../texts/roles.ts';
import { useOrganizations } from '../messages/mailing-data.ts';
import { type Fields, setTerms } from './settings-form.ts';
import { SettingsPart } from './settings-part.tsx';

const words = settingWords.people;

export function PeoplePart(fields: Fields) {
  const { form, readOnly, kind } = fields;
  const { terms } = form;
  const set = setTerms(fields);
  const organizations = useOrganizations();
  const count = (name: 'perPerson' | 'perNomination') => ({
    label: words[name],
    min: 1,
    max: contestLimits.perPerson,
    allowDecimal: false,
    readOnly,
    value: terms[name],
    onChange: (value: string | number) => set({ [name]: Number(value) }),
  });
  return (
    <SettingsPart title={settingWords.parts.people} hint={settingWords.parts.peopleHint}>
      <MultiSelect
        label={words.roles}
        description={words.rolesHint}
        placeholder={terms.roles.length === 0 ? words.everybody : ''}
        data={roles.map((value) => ({ value, label: roleNames[value] }))}
        value={terms.roles}
        readOnly={readOnly}
        onChange={(value) => set({ roles: value as typeof terms.roles })}
        searchable
        clearable={!readOnly}
      />
      <MultiSelect
        label={words.organizations}
        description={words.organizationsHint}
        placeholder={terms.organizationIds === null ? words.all : ''}
        data={organizations.data ?? []}
        value={terms.organizationIds ?? []}
        readOnly={readOnly}
        onChange={(value) => set({ organizationIds: value.length === 0 ? null : value })}
        searchable
        clearable={!readOnly}
        limit={100}
      />
      {kind !== 'event' && (
        <Group grow align="flex-end" preventGrowOverflow={false}>
          <NumberInput {...count('perPerson')} />
          <NumberInput {...count('perNomination')} />
        </Group>
      )}
      <TeamFields {...fields} />
      {kind !== 'event' && (
        <Checkbox
          label={words.namesMentor}
          description={words.namesMentorHint}
          checked={terms.namesMentor}
          disabled={readOnly}
          onChange={({ currentTarget }) => set({ namesMentor: currentTarget.checked })}
        />
      )}
    </SettingsPart>
  );
}

function TeamFields(fields: Fields) {
  const { form, readOnly } = fields;
  const { team } = form.terms;
  const set = (change: Partial<typeof team>) => setTerms(fields)({ team: { ...team, ...change } });
  const field = (name: 'least' | 'most', label: string) => ({
    label,
    min: 1,
    max: contestLimits.team,
    allowDecimal: false,
    readOnly,
    w: 140,
    value: team[name],
    onChange: (value: string | number) => set({ [name]: Number(value) }),
  });
  return (
    <>
      <Checkbox
        label={words.team}
        description={words.teamHint}
        checked={team.allowed}
        disabled={readOnly}
        onChange={({ currentTarget }) => set({ allowed: currentTarget.checked })}
      />
      {team.allowed && (
        <Group align="flex-end">
          <NumberInput {...field('least', words.teamLeast)} />
          <NumberInput {...field('most', words.teamMost)} />
        </Group>
      )}
    </>
  );
}
