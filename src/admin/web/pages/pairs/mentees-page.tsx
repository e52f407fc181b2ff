import { Anchor, Badge, Button, Group, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { dayText } from '../../../../texts/dates.ts';
import { pairPanelWords, menteeWords as words } from '../../../../texts/panel/pairs.ts';
import { ask, client } from '../../client.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useListState } from '../../parts/list-state.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { shownName, wholeName } from './names.ts';
import { type MenteeRow, pairsKey } from './pair-data.ts';

const choices = (['false', 'true', 'all'] as const).map((value) => ({ value, label: words.choices[value] }));

/** Who still needs a mentor, and who has one. */
export function MenteesPage() {
  const state = useListState<'paired'>('surname', ['paired']);
  const shown = state.filters.paired ?? 'false';
  const { paired: _, ...asked } = state.query;
  const query = { ...asked, ...(shown === 'all' ? {} : { paired: shown }) } as MenteesQuery;
  const mentees = useQuery({
    queryKey: [...pairsKey, 'mentees', query],
    queryFn: () => ask(client.GET('/api/mentees', { params: { query } })),
  });
  return (
    <>
      <PageHead title={words.title} hint={words.hint}>
        <Button component={Link} href="/pairs" variant="default">
          {pairPanelWords.board}
        </Button>
      </PageHead>
      <Stack>
        <Group align="flex-end">
          <SearchBox q={state.q} onSearch={state.search} label={pairPanelWords.surname} />
          <Select
            label={words.paired}
            allowDeselect={false}
            value={shown}
            data={choices}
            onChange={(value) => state.filter('paired', value === 'false' ? null : value)}
          />
        </Group>
        <Waiting query={mentees}>
          {(found) => (
            <DataTable
              caption={words.caption}
              columns={columns}
              found={found}
              keyOf={({ id, organizationId }) => `${id} ${organizationId}`}
              state={state}
              empty={<Empty title={words.empty} hint={words.emptyHint} />}
            />
          )}
        </Waiting>
      </Stack>
    </>
  );
}

type MenteesQuery = {
  page: number;
  size: number;
  sort: 'surname' | 'organization' | 'since';
  q?: string;
  paired?: 'true' | 'false';
};

const columns: readonly Column<MenteeRow>[] = [
  {
    key: 'surname',
    label: words.columns.surname,
    sort: 'surname',
    cell: (mentee) => (
      <Stack gap={2}>
        <Anchor component={Link} href={`/mentees/${mentee.id}`}>
          {wholeName(mentee)}
        </Anchor>
        <MenteeMarks mentee={mentee} />
      </Stack>
    ),
  },
  {
    key: 'organization',
    label: words.columns.organization,
    sort: 'organization',
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'requests',
    label: words.columns.requests,
    cell: ({ requests }) => (
      <Text size="sm" maw={360} c={requests.length === 0 ? 'dimmed' : ''}>
        {requests.length === 0 ? words.noRequests : requests.join('; ')}
      </Text>
    ),
  },
  {
    key: 'mentors',
    label: words.columns.mentors,
    cell: ({ mentors }) => mentors.map(shownName).join(', '),
  },
  { key: 'since', label: words.columns.since, sort: 'since', cell: ({ since }) => dayText(since) },
  {
    key: 'pick',
    label: '',
    cell: (mentee) => (
      <Button
        component={Link}
        href={`/mentees/${mentee.id}`}
        size="xs"
        aria-label={words.pickFor(wholeName(mentee))}
      >
        {words.pick}
      </Button>
    ),
  },
];

export function MenteeMarks({ mentee }: { mentee: MenteeRow }) {
  return (
    <Group gap={4}>
      {mentee.pupil && (
        <Badge variant="default" size="sm" tt="none">
          {words.pupil}
        </Badge>
      )}
      {mentee.state === 'on-leave' && (
        <Badge variant="default" size="sm" tt="none">
          {words.onLeave}
        </Badge>
      )}
    </Group>
  );
}
