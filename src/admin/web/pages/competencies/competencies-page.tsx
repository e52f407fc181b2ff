import { Anchor, Badge, Button, Group, SegmentedControl, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { competencyWords as words } from '../../../../texts/panel/competencies.ts';
import type { paths } from '../../api-types.ts';
import { answered, ask, client } from '../../client.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useListState } from '../../parts/list-state.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay } from '../../self.ts';
import { CreateButton } from './create-button.tsx';
import { PutAway } from './put-away.tsx';
import { VersionedDialog } from './versioned-dialog.tsx';

type Competency =
  paths['/api/competencies']['get']['responses'][200]['content']['application/json']['items'][number];

const key = ['competencies'] as const;
const longest = 120;

/** The list that mentors and mentees pick from. */
export function CompetenciesPage() {
  const state = useListState('position', ['archived']);
  const may = useMay('settings:write');
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: key });
  const [edited, setEdited] = useState<Competency | null>(null);
  const found = useQuery({
    queryKey: [...key, state.query],
    queryFn: () => ask(client.GET('/api/competencies', { params: { query: state.query as never } })),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead title={words.title} hint={words.hint}>
        <Anchor component={Link} href="/competencies/synonyms">
          {words.synonyms}
        </Anchor>
        {may && <AddCompetency refresh={refresh} />}
      </PageHead>
      <Group align="flex-end" mb="md">
        <SearchBox q={state.q} onSearch={state.search} />
        <SegmentedControl
          aria-label={words.which}
          value={state.filters.archived ?? 'false'}
          onChange={(value) => state.filter('archived', value === 'true' ? value : null)}
          data={[
            { value: 'false', label: words.kept },
            { value: 'true', label: words.away },
          ]}
        />
      </Group>
      <Waiting query={found}>
        {(page) => (
          <DataTable
            caption={words.caption}
            columns={may ? [...columns, actions(setEdited, refresh)] : columns}
            found={page}
            keyOf={({ id }) => id}
            state={state}
            empty={<Empty title={words.empty} hint={words.emptyHint} />}
          />
        )}
      </Waiting>
      {edited !== null && (
        <EditCompetency
          competency={edited}
          onClose={() => {
            setEdited(null);
            void refresh();
          }}
        />
      )}
    </>
  );
}

const columns: readonly Column<Competency>[] = [
  { key: 'name', label: words.name, sort: 'name', cell: ({ name }) => name },
  { key: 'offered', label: words.offered, sort: 'offered', cell: ({ offered }) => offered },
  {
    key: 'needed',
    label: words.needed,
    sort: 'needed',
    cell: ({ offered, needed }) => (
      <Group gap="xs" wrap="nowrap">
        <span>{needed}</span>
        {needed > 0 && offered === 0 && (
          <Badge color="red" variant="outline" radius="sm" tt="none">
            {words.lacking}
          </Badge>
        )}
      </Group>
    ),
  },
];

function actions(edit: (competency: Competency) => void, refresh: () => Promise<void>): Column<Competency> {
  return {
    key: 'actions',
    label: words.actions,
    cell: (competency) => (
      <Group gap="xs" wrap="nowrap">
        <Button
          size="compact-sm"
          variant="default"
          aria-label={words.editOf(competency.name)}
          onClick={() => edit(competency)}
        >
          {words.edit}
        </Button>
        <PutAway
          archived={competency.archived}
          words={words}
          labels={{
            putAway: words.putAwayOf(competency.name),
            bringBack: words.bringBackOf(competency.name),
          }}
          warning={words.putAwayWarning(competency.name)}
          set={async (archived) => {
            const { version } = await read(competency.id);
            await change(competency.id, { archived }, version);
            await refresh();
          }}
        />
      </Group>
    ),
  };
}

const read = (id: string) => answered(client.GET('/api/competencies/{id}', { params: { path: { id } } }));

const change = (id: string, body: { name?: string; archived?: boolean }, version: string) =>
  ask(
    client.PATCH('/api/competencies/{id}', {
      params: { path: { id } },
      headers: { 'if-match': version },
      body,
    }),
  );

function AddCompetency({ refresh }: { refresh: () => Promise<void> }) {
  return (
    <CreateButton
      label={words.add}
      title={words.addTitle}
      create={async (name, idempotencyKey) => {
        const headers = { 'idempotency-key': idempotencyKey };
        await ask(client.POST('/api/competencies', { headers, body: { name } }));
        await refresh();
      }}
    >
      {(name, set) => <NameInput name={name} set={set} />}
    </CreateButton>
  );
}

function NameInput({ name, set, hint }: { name: string; set: (name: string) => void; hint?: string }) {
  return (
    <TextInput
      label={words.name}
      description={hint ?? words.nameHint}
      value={name}
      required
      maxLength={longest}
      data-autofocus
      onChange={({ currentTarget }) => set(currentTarget.value)}
    />
  );
}

function EditCompetency({ competency, onClose }: { competency: Competency; onClose: () => void }) {
  const { id } = competency;
  return (
    <VersionedDialog
      title={words.editOf(competency.name)}
      queryKey={['competency', id]}
      read={() => read(id)}
      draftOf={({ name }) => name}
      save={(name, version) => change(id, { name }, version)}
      mine={(name) => ({ name })}
      labels={{ name: words.name }}
      shown={(_field, value) => String(value)}
      onClose={onClose}
    >
      {(name, set) => <NameInput name={name} set={set} hint={words.editHint} />}
    </VersionedDialog>
  );
}
