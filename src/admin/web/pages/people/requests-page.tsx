import { Badge, Checkbox, Text } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { requestWords as words } from '../../../../texts/panel/people.ts';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useListState } from '../../parts/list-state.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { PersonName } from '../../parts/person-name.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { calendarDay } from '../../parts/when.ts';
import { useSelf } from '../../self.ts';

type Request =
  paths['/api/data-requests']['get']['responses'][200]['content']['application/json']['items'][number];

const columns: readonly Column<Request>[] = [
  { key: 'who', label: words.columns.who, cell: (request) => <Who request={request} /> },
  { key: 'what', label: words.columns.what, cell: ({ kind }) => words.kinds[kind] },
  { key: 'due', label: words.columns.due, sort: 'due', cell: (request) => <Due request={request} /> },
  { key: 'state', label: words.columns.state, cell: ({ state }) => words.states[state] },
  { key: 'fulfil', label: words.fulfil, cell: (request) => <Fulfil request={request} /> },
];

/** What people ask us to do with their data, by the day it has to be done. */
export function RequestsPage() {
  const state = useListState('due', ['open']);
  const requests = useQuery({
    queryKey: ['requests', state.query],
    queryFn: () => ask(client.GET('/api/data-requests', { params: { query: state.query } as never })),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead title={words.title} hint={words.hint} />
      <Checkbox
        label={words.open}
        mb="md"
        checked={state.filters.open !== 'false'}
        onChange={({ currentTarget }) => state.filter('open', currentTarget.checked ? null : 'false')}
      />
      <Waiting query={requests}>
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

function Who({ request }: { request: Request }) {
  if (request.surname === '') return <Text c="dimmed">{words.erased}</Text>;
  return <PersonName person={{ ...request, id: request.personId }} />;
}

function Due({ request: { dueOn, state } }: { request: Request }) {
  const today = useSelf().data?.today ?? dueOn;
  return (
    <>
      {calendarDay(dueOn)}{' '}
      {state === 'open' && dueOn < today && (
        <Badge color="red" variant="light" tt="none">
          {words.late}
        </Badge>
      )}
    </>
  );
}

function Fulfil({ request: { id, kind, state } }: { request: Request }) {
  const queries = useQueryClient();
  const fulfilling = useMutation({
    mutationFn: () => ask(client.POST('/api/data-requests/{id}/fulfil', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['requests'] }),
  });
  if (state !== 'open') return null;
  return (
    <>
      <ConfirmButton
        label={words.fulfil}
        warning={kind === 'erase' ? words.warnings.erase : words.warnings.other}
        confirm={words.fulfil}
        size="xs"
        variant="default"
        onConfirm={() => fulfilling.mutateAsync()}
      />
      <Problem error={fulfilling.error} />
    </>
  );
}
