import { Anchor, Button, Group, Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { contestKinds } from '../../../../domain/contests/contest.ts';
import { kindWords, stageWords, contestWords as words } from '../../../../texts/panel/contests.ts';
import { ask, client } from '../../client.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useListState } from '../../parts/list-state.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay } from '../../self.ts';
import { StageBadge } from './contest-frame.tsx';
import { type ContestLine, contestsKey, momentText, useZone } from './contest-types.ts';

/** Every contest and event, the latest first. */
export function ContestsPage() {
  const may = useMay('contests:write');
  const zone = useZone();
  const state = useListState('-closes', ['stage', 'kind']);
  const found = useQuery({
    queryKey: [...contestsKey, state.query],
    queryFn: () => ask(client.GET('/api/contests', { params: { query: state.query as never } })),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead title={words.title} hint={words.hint}>
        {may && (
          <Button component={Link} href="/contests/new">
            {words.create}
          </Button>
        )}
      </PageHead>
      <Group align="flex-end" mb="md">
        <SearchBox q={state.q} onSearch={state.search} />
        <Select
          label={words.stage}
          placeholder={words.anyStage}
          clearable
          value={state.filters.stage ?? null}
          onChange={(value) => state.filter('stage', value)}
          data={Object.entries(stageWords).map(([value, label]) => ({ value, label }))}
        />
        <Select
          label={words.kind}
          placeholder={words.anyKind}
          clearable
          value={state.filters.kind ?? null}
          onChange={(value) => state.filter('kind', value)}
          data={contestKinds.map((value) => ({ value, label: kindWords[value] }))}
        />
      </Group>
      <Waiting query={found}>
        {(page) => (
          <DataTable
            caption={words.caption}
            columns={columnsIn(zone)}
            found={page}
            keyOf={({ id }) => id}
            state={state}
            empty={<Empty title={words.empty} hint={words.emptyHint} />}
          />
        )}
      </Waiting>
    </>
  );
}

const columnsIn = (zone: string): readonly Column<ContestLine>[] => [
  {
    key: 'title',
    label: words.name,
    sort: 'title',
    cell: ({ id, title }) => (
      <Anchor component={Link} href={`/contests/${id}`} aria-label={words.openOf(title)}>
        {title}
      </Anchor>
    ),
  },
  { key: 'stage', label: words.stage, cell: ({ stage }) => <StageBadge stage={stage} /> },
  { key: 'kind', label: words.kind, cell: ({ kind }) => kindWords[kind] },
  { key: 'opens', label: words.opens, cell: ({ opensAt }) => momentText(opensAt, zone) },
  { key: 'closes', label: words.closes, sort: 'closes', cell: ({ closesAt }) => momentText(closesAt, zone) },
  { key: 'entries', label: words.entries, cell: ({ entries }) => entries },
];
