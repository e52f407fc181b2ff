import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { consentNames } from '../../../../texts/consent-names.ts';
import { peopleWords as words } from '../../../../texts/panel/people.ts';
import { roleNames } from '../../../../texts/roles.ts';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useListState } from '../../parts/list-state.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { PersonName } from '../../parts/person-name.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay } from '../../self.ts';
import { AddPerson } from './add-person.tsx';
import { filterNames, PeopleFilters } from './people-filters.tsx';

export type PersonLine =
  paths['/api/people']['get']['responses'][200]['content']['application/json']['items'][number];

const columns: readonly Column<PersonLine>[] = [
  {
    key: 'name',
    label: words.columns.name,
    sort: 'surname',
    cell: (person) => <PersonName person={person} />,
  },
  {
    key: 'roles',
    label: words.columns.roles,
    sort: 'organization',
    cell: (person) => <Roles person={person} />,
  },
  { key: 'state', label: words.columns.state, cell: (person) => <States person={person} /> },
  { key: 'chat', label: words.columns.chat, cell: (person) => <Chats person={person} /> },
  { key: 'lacks', label: words.columns.lacks, cell: (person) => <Lacks person={person} /> },
];

/** Everybody within reach: found, filtered, ordered. */
export function PeoplePage() {
  const state = useListState('surname', filterNames);
  const mayAdd = useMay('people:write');
  const mayExport = useMay('people:export');
  const list = useQuery({
    queryKey: ['people', state.query],
    queryFn: () => ask(client.GET('/api/people', { params: { query: state.query } as never })),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead title={words.title} hint={words.hint}>
        {mayAdd && <AddPerson />}
        {mayExport && (
          <Anchor href={`/api/people/export?${exportQuery(state.query)}`} download>
            {words.export}
          </Anchor>
        )}
      </PageHead>
      <Group align="flex-end" mb="md" wrap="wrap">
        <SearchBox q={state.q} onSearch={state.search} label={words.search} />
        <PeopleFilters state={state} />
      </Group>
      <Waiting query={list}>
        {(found) => (
          <DataTable
            caption={words.title}
            columns={columns}
            found={found}
            keyOf={({ id }) => id}
            state={state}
            empty={<Nobody mayAdd={mayAdd} />}
          />
        )}
      </Waiting>
    </>
  );
}

function Nobody({ mayAdd }: { mayAdd: boolean }) {
  return (
    <Empty title={words.empty} hint={words.emptyHint}>
      {mayAdd && (
        <Anchor component={Link} href="/bases">
          {words.menu.bases}
        </Anchor>
      )}
    </Empty>
  );
}

function exportQuery({ page: _page, size: _size, ...rest }: Record<string, unknown>): string {
  return new URLSearchParams(Object.entries(rest).map(([key, value]) => [key, String(value)])).toString();
}

function Roles({ person: { appointments } }: { person: PersonLine }) {
  if (appointments.length === 0) return <Text c="dimmed">{words.noRole}</Text>;
  return (
    <Stack gap={0}>
      {appointments.map(({ role, organizationId, organizationName }) => (
        <Text size="sm" key={`${role} ${organizationId}`}>
          {roleNames[role]} — {organizationName}
        </Text>
      ))}
    </Stack>
  );
}

function States({ person: { applications } }: { person: PersonLine }) {
  return (
    <Stack gap={0}>
      {applications.map(({ id, role, state }) => (
        <Text size="sm" key={id}>
          {roleNames[role]}: {words.states[state]}
        </Text>
      ))}
    </Stack>
  );
}

function Chats({ person: { channels } }: { person: PersonLine }) {
  if (channels.length === 0) return <Text c="dimmed">{words.noChat}</Text>;
  return (
    <Group gap={4}>
      {channels.map(({ platform, open }) => (
        <Badge key={platform} variant="outline" color={open ? 'teal' : 'gray'} tt="none">
          {words.platforms[platform] ?? platform}
          {open ? '' : `, ${words.closed}`}
        </Badge>
      ))}
    </Group>
  );
}

function Lacks({ person: { lacks } }: { person: PersonLine }) {
  return <Text size="sm">{lacks.map((kind) => consentNames[kind]).join(', ')}</Text>;
}
