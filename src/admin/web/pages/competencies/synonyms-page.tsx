import { Anchor, Button, Group, SegmentedControl, Textarea } from '@mantine/core';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { synonymWords as words } from '../../../../texts/panel/competencies.ts';
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
import { TrialBox } from './trial-box.tsx';
import { VersionedDialog } from './versioned-dialog.tsx';

type Synonyms =
  paths['/api/synonyms']['get']['responses'][200]['content']['application/json']['items'][number];

/** Everything that is shown of synonyms, the trial too: it changes with them. */
const key = ['synonyms'] as const;

/** Words that mean one thing when mentors are looked for, and a field for trying them out. */
export function SynonymsPage() {
  const state = useListState('position', ['archived']);
  const may = useMay('settings:write');
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: key });
  const [edited, setEdited] = useState<Synonyms | null>(null);
  const found = useQuery({
    queryKey: [...key, 'list', state.query],
    queryFn: () => ask(client.GET('/api/synonyms', { params: { query: state.query as never } })),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead title={words.title} hint={words.hint}>
        <Anchor component={Link} href="/competencies">
          {words.competencies}
        </Anchor>
        {may && <AddGroup refresh={refresh} />}
      </PageHead>
      <TrialBox />
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
        <EditGroup
          id={edited.id}
          onClose={() => {
            setEdited(null);
            void refresh();
          }}
        />
      )}
    </>
  );
}

const columns: readonly Column<Synonyms>[] = [
  { key: 'words', label: words.words, cell: (group) => group.words.join(', ') },
];

function actions(edit: (group: Synonyms) => void, refresh: () => Promise<void>): Column<Synonyms> {
  return {
    key: 'actions',
    label: words.actions,
    cell: (group) => (
      <Group gap="xs" wrap="nowrap">
        <Button
          size="compact-sm"
          variant="default"
          aria-label={words.editOf(group.words)}
          onClick={() => edit(group)}
        >
          {words.edit}
        </Button>
        <PutAway
          archived={group.archived}
          words={words}
          labels={{ putAway: words.putAwayOf(group.words), bringBack: words.bringBackOf(group.words) }}
          warning={words.putAwayWarning}
          set={async (archived) => {
            const { version } = await read(group.id);
            await change(group.id, { archived }, version);
            await refresh();
          }}
        />
      </Group>
    ),
  };
}

const read = (id: string) => answered(client.GET('/api/synonyms/{id}', { params: { path: { id } } }));

const change = (id: string, body: { words?: string[]; archived?: boolean }, version: string) =>
  ask(
    client.PATCH('/api/synonyms/{id}', { params: { path: { id } }, headers: { 'if-match': version }, body }),
  );

const linesOf = (typed: string) =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function AddGroup({ refresh }: { refresh: () => Promise<void> }) {
  return (
    <CreateButton
      label={words.add}
      title={words.addTitle}
      create={async (typed, idempotencyKey) => {
        const headers = { 'idempotency-key': idempotencyKey };
        await ask(client.POST('/api/synonyms', { headers, body: { words: linesOf(typed) } }));
        await refresh();
      }}
    >
      {(typed, set) => <WordsInput typed={typed} set={set} />}
    </CreateButton>
  );
}

function WordsInput({ typed, set }: { typed: string; set: (typed: string) => void }) {
  return (
    <Textarea
      label={words.words}
      description={words.wordsHint}
      value={typed}
      required
      rows={8}
      data-autofocus
      onChange={({ currentTarget }) => set(currentTarget.value)}
    />
  );
}

function EditGroup({ id, onClose }: { id: string; onClose: () => void }) {
  return (
    <VersionedDialog
      title={words.editTitle}
      queryKey={['synonym', id]}
      read={() => read(id)}
      draftOf={(group) => group.words.join('\n')}
      save={(typed, version) => change(id, { words: linesOf(typed) }, version)}
      mine={(typed) => ({ words: linesOf(typed) })}
      labels={{ words: words.words }}
      shown={(_field, value) => (Array.isArray(value) ? value.join(', ') : String(value))}
      onClose={onClose}
    >
      {(typed, set) => <WordsInput typed={typed} set={set} />}
    </VersionedDialog>
  );
}
