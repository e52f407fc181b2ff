import { Anchor, Badge, Button, Group, Select, Stack, Text } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { diplomaStates } from '../../../../domain/diplomas/diploma-desk.ts';
import { diplomaKindWords, diplomaWords as words } from '../../../../texts/panel/diplomas.ts';
import { ask, client, newKey } from '../../client.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { useListState } from '../../parts/list-state.ts';
import { Problem } from '../../parts/problem.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { calendarDay } from '../../parts/when.ts';
import { useMay } from '../../self.ts';
import { type DiplomaLine, registerKey } from './award-types.ts';
import { DiplomaEnding } from './diploma-ending.tsx';

type Props = { contestId: string; onOrdered: (errandId: string) => void };

/** Everything that was given for the contest, revoked ones too. */
export function DiplomaRegister({ contestId, onOrdered }: Props) {
  const may = useMay('contests:write');
  const state = useListState('number', ['state']);
  const query = { ...state.query, contestId };
  const found = useQuery({
    queryKey: [...registerKey, query],
    queryFn: () => ask(client.GET('/api/diplomas', { params: { query: query as never } })),
    placeholderData: keepPreviousData,
  });
  const columns = may ? [...shown, acts(onOrdered, contestId)] : shown;
  return (
    <SectionCard title={words.registerTitle}>
      <Many contestId={contestId} may={may} onOrdered={onOrdered} />
      <Group align="flex-end">
        <SearchBox q={state.q} onSearch={state.search} />
        <Select
          label={words.state}
          placeholder={words.anyState}
          clearable
          value={state.filters.state ?? null}
          onChange={(value) => state.filter('state', value)}
          data={diplomaStates.map((value) => ({ value, label: words.states[value] }))}
        />
      </Group>
      <Waiting query={found}>
        {(page) => (
          <DataTable
            caption={words.caption}
            columns={columns}
            found={page}
            keyOf={({ id }) => id}
            state={state}
            empty={<Text>{words.empty}</Text>}
          />
        )}
      </Waiting>
    </SectionCard>
  );
}

const shown: readonly Column<DiplomaLine>[] = [
  {
    key: 'number',
    label: words.number,
    sort: 'number',
    cell: ({ id, number }) => (
      <Anchor href={`/api/diplomas/${id}/file`} download aria-label={words.downloadOf(number)}>
        {number}
      </Anchor>
    ),
  },
  {
    key: 'name',
    label: words.person,
    sort: 'name',
    cell: ({ name, organization }) => (
      <>
        {name}
        <Text size="xs" c="dimmed">
          {organization}
        </Text>
      </>
    ),
  },
  {
    key: 'paper',
    label: words.paper,
    cell: ({ kind, award }) =>
      [diplomaKindWords[kind], award === null ? '' : words.awards[award]].filter(Boolean).join(', '),
  },
  { key: 'date', label: words.date, cell: ({ issuedOn }) => calendarDay(issuedOn) },
  {
    key: 'state',
    label: words.state,
    cell: ({ state, reason }) => (
      <>
        <Badge
          variant="outline"
          radius="sm"
          tt="none"
          color={state === 'revoked' ? 'red' : state === 'told' ? 'teal' : 'gray'}
        >
          {words.states[state]}
        </Badge>
        {reason !== '' && <Text size="xs">{reason}</Text>}
      </>
    ),
  },
];

const acts = (onOrdered: Props['onOrdered'], contestId: string): Column<DiplomaLine> => ({
  key: 'acts',
  label: words.acts,
  cell: (line) => <DiplomaEnding line={line} contestId={contestId} onOrdered={onOrdered} />,
});

function Many({ contestId, may, onOrdered }: Props & { may: boolean }) {
  const ordering = useMutation({
    mutationFn: (what: 'sending' | 'archive') =>
      ask(
        client.POST(
          what === 'sending' ? '/api/contests/{id}/diplomas/sending' : '/api/contests/{id}/diplomas/archive',
          { params: { path: { id: contestId } }, headers: { 'idempotency-key': newKey() } },
        ),
      ),
    onSuccess: ({ id }) => onOrdered(id),
  });
  return (
    <Stack gap="xs">
      <Problem error={ordering.error} />
      <Group>
        {may && (
          <Button variant="default" loading={ordering.isPending} onClick={() => ordering.mutate('sending')}>
            {words.send}
          </Button>
        )}
        <Button variant="default" loading={ordering.isPending} onClick={() => ordering.mutate('archive')}>
          {words.pack}
        </Button>
        {may && (
          <>
            <Anchor href={`/api/diplomas/export?contestId=${contestId}&format=xlsx`} download size="sm">
              {words.xlsx}
            </Anchor>
            <Anchor href={`/api/diplomas/export?contestId=${contestId}&format=csv`} download size="sm">
              {words.csv}
            </Anchor>
          </>
        )}
      </Group>
    </Stack>
  );
}
