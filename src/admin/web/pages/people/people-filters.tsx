import { NativeSelect } from '@mantine/core';
import { consentKinds } from '../../../../domain/consents/consent.ts';
import { roles } from '../../../../domain/people/person.ts';
import { applicationStates } from '../../../../domain/registration/application.ts';
import { consentNames } from '../../../../texts/consent-names.ts';
import { peopleWords as words } from '../../../../texts/panel/people.ts';
import { roleNames } from '../../../../texts/roles.ts';
import type { ListState } from '../../parts/list-state.ts';
import { OrganizationSelect } from '../../parts/organization-select.tsx';

export const filterNames = ['role', 'organizationId', 'state', 'lacks', 'reachable', 'platform'] as const;
type FilterName = (typeof filterNames)[number];

type Option = { value: string; label: string };

const choices: readonly { name: FilterName; label: string; options: readonly Option[] }[] = [
  { name: 'role', label: words.role, options: roles.map((value) => ({ value, label: roleNames[value] })) },
  {
    name: 'state',
    label: words.state,
    options: applicationStates
      .filter((value) => value !== 'draft')
      .map((value) => ({ value, label: words.states[value] })),
  },
  {
    name: 'lacks',
    label: words.lacks,
    options: [
      { value: 'any', label: words.lacksAny },
      ...consentKinds.map((value) => ({ value, label: consentNames[value] })),
    ],
  },
  {
    name: 'reachable',
    label: words.reachable,
    options: [
      { value: 'true', label: words.yes },
      { value: 'false', label: words.no },
    ],
  },
  {
    name: 'platform',
    label: words.platform,
    options: Object.entries(words.platforms).map(([value, label]) => ({ value, label })),
  },
];

export function PeopleFilters({ state }: { state: ListState<FilterName> }) {
  return (
    <>
      <OrganizationSelect
        label={words.organization}
        value={state.filters.organizationId ?? null}
        onChange={(id) => state.filter('organizationId', id)}
        placeholder={words.any}
        w={220}
      />
      {choices.map(({ name, label, options }) => (
        <NativeSelect
          key={name}
          label={label}
          value={state.filters[name] ?? ''}
          data={[{ value: '', label: words.any }, ...options]}
          onChange={({ currentTarget }) => state.filter(name, currentTarget.value)}
        />
      ))}
    </>
  );
}
