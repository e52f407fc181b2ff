import { Anchor, Button, Group, Modal, NativeSelect, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { organizationKinds } from '../../../../domain/organizations/organization.ts';
import { organizationWords as words } from '../../../../texts/panel/organizations.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import type { paths } from '../../api-types.ts';
import { ask, client, newKey } from '../../client.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useListState } from '../../parts/list-state.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay } from '../../self.ts';
import { OrganizationForm } from './organization-form.tsx';

type Line =
  paths['/api/organizations']['get']['responses'][200]['content']['application/json']['items'][number];

const columns: readonly Column<Line>[] = [
  {
    key: 'name',
    label: words.columns.name,
    sort: 'name',
    cell: ({ id, shortName, name }) => (
      <>
        <Anchor component={Link} href={`/organizations/${id}`}>
          {shortName}
        </Anchor>
        <Text size="sm" c="dimmed">
          {name}
        </Text>
      </>
    ),
  },
  { key: 'kind', label: words.columns.kind, sort: 'kind', cell: ({ kind }) => words.kinds[kind] },
  { key: 'people', label: words.columns.people, cell: ({ people }) => people },
  { key: 'mentors', label: words.columns.mentors, cell: ({ mentors }) => mentors },
  { key: 'mentees', label: words.columns.mentees, cell: ({ mentees }) => mentees },
  { key: 'waiting', label: words.columns.waiting, cell: ({ waiting }) => waiting },
  { key: 'tasks', label: words.columns.tasks, cell: ({ tasks }) => words.tasks(tasks) },
];

/** Every organization within reach. */
export function OrganizationsPage() {
  const state = useListState('name', ['kind']);
  const mayAdd = useMay('organizations:write');
  const organizations = useQuery({
    queryKey: ['organizations', state.query],
    queryFn: () => ask(client.GET('/api/organizations', { params: { query: state.query } as never })),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead title={words.title} hint={words.hint}>
        {mayAdd && <AddOrganization />}
      </PageHead>
      <Group align="flex-end" mb="md" wrap="wrap">
        <SearchBox q={state.q} onSearch={state.search} label={words.search} />
        <NativeSelect
          label={words.kind}
          value={state.filters.kind ?? ''}
          data={[
            { value: '', label: words.anyKind },
            ...organizationKinds.map((value) => ({ value, label: words.kinds[value] })),
          ]}
          onChange={({ currentTarget }) => state.filter('kind', currentTarget.value)}
        />
      </Group>
      <Waiting query={organizations}>
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

function AddOrganization() {
  const [opened, { open, close }] = useDisclosure(false);
  const [key] = useState(newKey);
  const [, go] = useLocation();
  const queries = useQueryClient();
  const adding = useMutation({
    mutationFn: (body: Parameters<Parameters<typeof OrganizationForm>[0]['onSave']>[0]) =>
      ask(client.POST('/api/organizations', { body, headers: { 'idempotency-key': key } })),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['organizations'] });
      go(`/organizations/${id}`);
    },
  });
  return (
    <>
      <Button onClick={open}>{words.add}</Button>
      <Modal
        opened={opened}
        onClose={close}
        title={words.add}
        closeButtonProps={{ 'aria-label': shellWords.close }}
      >
        {opened && (
          <OrganizationForm
            facts={{ kind: 'school', name: '', shortName: '', aliases: [] }}
            error={adding.error}
            pending={adding.isPending}
            onSave={(facts) => adding.mutate(facts)}
            onCancel={close}
          />
        )}
      </Modal>
    </>
  );
}
