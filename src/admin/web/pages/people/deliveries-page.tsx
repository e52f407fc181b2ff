import { NativeSelect } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { troubleStates } from '../../../../domain/delivery/deliveries-desk.ts';
import { peopleWords, personWords, deliveryWords as words } from '../../../../texts/panel/people.ts';
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
import { whenText } from '../../parts/when.ts';
import { useMay } from '../../self.ts';
import { Fate, Said } from './person-messages.tsx';

type Delivery =
  paths['/api/deliveries']['get']['responses'][200]['content']['application/json']['items'][number];

const columns: readonly Column<Delivery>[] = [
  {
    key: 'who',
    label: words.columns.who,
    cell: ({ person }) => person !== null && <PersonName person={person} />,
  },
  {
    key: 'when',
    label: words.columns.when,
    sort: 'created',
    cell: ({ createdAt }) => whenText(createdAt),
  },
  { key: 'text', label: words.columns.text, cell: ({ text }) => <Said text={text} /> },
  { key: 'fate', label: words.columns.fate, cell: (message) => <Fate message={message} /> },
  { key: 'again', label: words.again, cell: (message) => <Again message={message} /> },
];

/** Messages that may not have arrived. */
export function DeliveriesPage() {
  const state = useListState('-created', ['state']);
  const deliveries = useQuery({
    queryKey: ['deliveries', state.query],
    queryFn: () => ask(client.GET('/api/deliveries', { params: { query: state.query } as never })),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead title={words.title} hint={words.hint} />
      <NativeSelect
        label={words.state}
        mb="md"
        maw={280}
        value={state.filters.state ?? ''}
        data={[
          { value: '', label: peopleWords.any },
          ...troubleStates.map((value) => ({ value, label: personWords.fates[value] })),
        ]}
        onChange={({ currentTarget }) => state.filter('state', currentTarget.value)}
      />
      <Waiting query={deliveries}>
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

function Again({ message: { id } }: { message: Delivery }) {
  const queries = useQueryClient();
  const may = useMay('people:write');
  const sending = useMutation({
    mutationFn: () => ask(client.POST('/api/deliveries/{id}/again', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['deliveries'] }),
  });
  if (!may) return null;
  return (
    <>
      <ConfirmButton
        label={words.again}
        warning={words.againWarning}
        confirm={words.again}
        size="xs"
        variant="default"
        onConfirm={() => sending.mutateAsync()}
      />
      <Problem error={sending.error} />
    </>
  );
}
