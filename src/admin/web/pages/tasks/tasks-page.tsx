import { Anchor, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { taskStates } from '../../../../domain/tasks/task-list.ts';
import { stateWords, taskWords as words } from '../../../../texts/panel/tasks.ts';
import { roleNames } from '../../../../texts/roles.ts';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { type ListState, useListState } from '../../parts/list-state.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay } from '../../self.ts';
import { DueText } from './due-text.tsx';

type Task = paths['/api/tasks']['get']['responses'][200]['content']['application/json']['items'][number];

type TasksQuery = NonNullable<paths['/api/tasks']['get']['parameters']['query']>;

const filterNames = ['state', 'organization', 'role', 'item', 'roadmap', 'dueFrom', 'dueTo'] as const;
type Filter = (typeof filterNames)[number];
const asked = [
  'coordinator',
  'office-head',
  'office-deputy-head',
  'head',
  'deputy-head',
  'curator',
  'association-head',
] as const;

const columns: readonly Column<Task>[] = [
  {
    key: 'item',
    label: words.columns.item,
    sort: 'item',
    cell: (task) => (
      <Anchor component={Link} href={`/tasks/${task.id}`}>
        {task.itemCode} {task.itemTitle}
      </Anchor>
    ),
  },
  {
    key: 'organization',
    label: words.columns.organization,
    sort: 'organization',
    cell: (task) => task.organizationName,
  },
  { key: 'due', label: words.columns.due, sort: 'due', cell: (task) => <DueText task={task} /> },
  { key: 'state', label: words.columns.state, cell: (task) => <StateBadge state={task.state} /> },
  {
    key: 'people',
    label: words.columns.people,
    cell: ({ people, roles }) => (
      <Text size="sm" c={people?.length === 0 ? 'red' : ''}>
        {people === null
          ? roles.map((role) => roleNames[role]).join(', ')
          : people.length === 0
            ? words.nobody
            : people.join(', ')}
      </Text>
    ),
  },
];

/** All tasks within reach. */
export function TasksPage() {
  const state = useListState<Filter>('due', filterNames);
  const tasks = useQuery({
    queryKey: ['tasks', state.query],
    queryFn: () => ask(client.GET('/api/tasks', { params: { query: state.query as TasksQuery } })),
    placeholderData: keepPreviousData,
  });
  const mayImport = useMay('roadmap:write');
  const empty = (
    <Empty title={words.emptyTitle} hint={words.emptyHint}>
      {mayImport && (
        <Button component={Link} href="/roadmap/import">
          {words.toImport}
        </Button>
      )}
    </Empty>
  );
  return (
    <>
      <PageHead title={words.title} hint={words.hint} />
      <Stack>
        <Filters state={state} />
        <Waiting query={tasks}>
          {(found) => (
            <DataTable
              caption={words.caption}
              columns={columns}
              found={found}
              keyOf={({ id }) => id}
              state={state}
              empty={empty}
            />
          )}
        </Waiting>
      </Stack>
    </>
  );
}

function Filters({ state }: { state: ListState<Filter> }) {
  const organizations = useQuery({
    queryKey: ['overview', 'progress', null],
    queryFn: () => ask(client.GET('/api/overview/progress')),
    staleTime: 300_000,
  });
  const named = organizations.data?.organizations ?? [];
  const { filters, filter } = state;
  return (
    <Group align="flex-end" gap="sm">
      <SearchBox q={state.q} onSearch={state.search} label={words.search} />
      <NativeSelect
        label={words.filters.state}
        value={filters.state ?? ''}
        onChange={({ currentTarget }) => filter('state', currentTarget.value)}
        data={[
          { value: '', label: words.any },
          ...taskStates.map((value) => ({ value, label: stateWords[value] })),
        ]}
      />
      <NativeSelect
        label={words.filters.organization}
        value={filters.organization ?? ''}
        onChange={({ currentTarget }) => filter('organization', currentTarget.value)}
        data={[
          { value: '', label: words.anyone },
          ...named.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <NativeSelect
        label={words.filters.role}
        value={filters.role ?? ''}
        onChange={({ currentTarget }) => filter('role', currentTarget.value)}
        data={[
          { value: '', label: words.anyone },
          ...asked.map((value) => ({ value, label: roleNames[value] })),
        ]}
      />
      <TextInput
        type="date"
        label={words.filters.from}
        value={filters.dueFrom ?? ''}
        onChange={({ currentTarget }) => filter('dueFrom', currentTarget.value)}
      />
      <TextInput
        type="date"
        label={words.filters.to}
        value={filters.dueTo ?? ''}
        onChange={({ currentTarget }) => filter('dueTo', currentTarget.value)}
      />
    </Group>
  );
}
