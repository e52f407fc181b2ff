import { Anchor, Badge, Group, NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { applicationWords as words } from '../../../../texts/panel/applications.ts';
import { peopleWords } from '../../../../texts/panel/people.ts';
import { roleNames } from '../../../../texts/roles.ts';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useListState } from '../../parts/list-state.ts';
import { OrganizationSelect } from '../../parts/organization-select.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { fullNameOf } from '../../parts/person-name.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { dayOf } from '../../parts/when.ts';

type Line =
  paths['/api/applications']['get']['responses'][200]['content']['application/json']['items'][number];

const columns: readonly Column<Line>[] = [
  {
    key: 'who',
    label: words.columns.who,
    sort: 'surname',
    cell: ({ id, person, double }) => (
      <Group gap="xs">
        <Anchor component={Link} href={`/applications/${id}`}>
          {fullNameOf(person)}
        </Anchor>
        {double !== null && (
          <Badge color="orange" variant="light" tt="none">
            {words.isDouble}
          </Badge>
        )}
      </Group>
    ),
  },
  { key: 'role', label: words.columns.role, cell: ({ role }) => roleNames[role] },
  {
    key: 'organization',
    label: words.columns.organization,
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'applied',
    label: words.columns.applied,
    sort: 'applied',
    cell: ({ appliedAt }) => (appliedAt === null ? '' : dayOf(appliedAt)),
  },
  { key: 'state', label: words.columns.state, cell: ({ state }) => peopleWords.states[state] },
];

/** `all`: whatever their state; without any word those that wait. */
const all = 'all';

/** Whoever wants to take part; those that wait first. */
export function ApplicationsPage() {
  const state = useListState('applied', ['state', 'organizationId']);
  const { state: shown = 'applied', ...filters } = state.filters;
  const { state: _state, ...rest } = state.query as Record<string, unknown>;
  const query = { ...rest, ...filters, ...(shown === all ? {} : { state: shown }) };
  const applications = useQuery({
    queryKey: ['applications', query],
    queryFn: () => ask(client.GET('/api/applications', { params: { query } as never })),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead title={words.title} hint={words.hint} />
      <Group align="flex-end" mb="md" wrap="wrap">
        <SearchBox q={state.q} onSearch={state.search} label={words.search} />
        <NativeSelect
          label={words.state}
          value={shown}
          data={[
            ...Object.entries(words.states).map(([value, label]) => ({ value, label })),
            { value: all, label: words.allStates },
          ]}
          onChange={({ currentTarget: { value } }) =>
            state.filter('state', value === 'applied' ? null : value)
          }
        />
        <OrganizationSelect
          label={peopleWords.organization}
          value={state.filters.organizationId ?? null}
          onChange={(id) => state.filter('organizationId', id)}
          w={220}
        />
      </Group>
      <Waiting query={applications}>
        {(found) => (
          <DataTable
            caption={words.title}
            columns={columns}
            found={found}
            keyOf={({ id }) => id}
            state={state}
            empty={<Empty title={words.empty} hint={words.emptyHint} />}
          />
        )}
      </Waiting>
    </>
  );
}
