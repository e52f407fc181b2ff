import { Anchor, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { doubleWords as words } from '../../../../texts/panel/people.ts';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useListState } from '../../parts/list-state.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { PersonName } from '../../parts/person-name.tsx';
import { Waiting } from '../../parts/waiting.tsx';

type Double =
  paths['/api/likely-doubles']['get']['responses'][200]['content']['application/json']['items'][number];

const columns: readonly Column<Double>[] = [
  { key: 'one', label: words.columns.one, sort: 'surname', cell: ({ one }) => <Side person={one} /> },
  { key: 'other', label: words.columns.other, cell: ({ other }) => <Side person={other} /> },
  {
    key: 'why',
    label: words.columns.why,
    cell: ({ reasons }) => reasons.map((reason) => words.reasons[reason]).join(', '),
  },
  {
    key: 'compare',
    label: words.compare,
    cell: ({ one, other }) => (
      <Anchor component={Link} href={`/people/${other.id}/double/${one.id}`}>
        {words.compare}
      </Anchor>
    ),
  },
];

function Side({ person }: { person: Double['one'] }) {
  return (
    <Stack gap={0}>
      <PersonName person={person} />
      <Text size="sm" c="dimmed">
        {person.organizations.join(', ')}
      </Text>
    </Stack>
  );
}

/** People who may be one. */
export function DoublesPage() {
  const state = useListState('surname');
  const doubles = useQuery({
    queryKey: ['doubles', state.query],
    queryFn: () => ask(client.GET('/api/likely-doubles', { params: { query: state.query } as never })),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead title={words.title} hint={words.hint} />
      <Waiting query={doubles}>
        {(found) => (
          <DataTable
            caption={words.title}
            columns={columns}
            found={found}
            keyOf={({ one, other }) => `${one.id} ${other.id}`}
            state={state}
            empty={<Empty title={words.empty} hint={words.emptyHint} />}
          />
        )}
      </Waiting>
    </>
  );
}
