import { Group, Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { recipientStates } from '../../../../domain/mailings/mailing.ts';
import { mailingWords as words } from '../../../../texts/panel/mailings.ts';
import { ask, client } from '../../client.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useListState } from '../../parts/list-state.ts';
import { SearchBox } from '../../parts/search-box.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useSelf } from '../../self.ts';
import { instantText, mailingKey, type Recipient } from './mailing-data.ts';

const pauseMs = 5000;

/** Who was to hear it, and what became of that. */
export function RecipientsTable({ id }: { id: string }) {
  const state = useListState('surname', ['state']);
  const timeZone = useSelf().data?.programme.timeZone ?? 'UTC';
  const recipients = useQuery({
    queryKey: [...mailingKey(id), 'recipients', state.query],
    queryFn: () =>
      ask(
        client.GET('/api/mailings/{id}/recipients', {
          params: { path: { id }, query: state.query as never },
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: pauseMs,
  });
  return (
    <>
      <Group align="flex-end">
        <SearchBox q={state.q} onSearch={state.search} />
        <Select
          label={words.filterState}
          placeholder={words.anyState}
          clearable
          value={state.filters.state ?? null}
          onChange={(value) => state.filter('state', value)}
          data={recipientStates.map((value) => ({ value, label: words.recipientStates[value] }))}
        />
      </Group>
      <Waiting query={recipients}>
        {(found) => (
          <DataTable
            caption={words.recipients}
            columns={columnsIn(timeZone)}
            found={found}
            keyOf={({ personId }) => personId}
            state={state}
            empty={<Empty title={words.recipientsNone} />}
          />
        )}
      </Waiting>
    </>
  );
}

function columnsIn(timeZone: string): Column<Recipient>[] {
  const columns = words.recipientColumns;
  return [
    {
      key: 'name',
      label: columns.name,
      sort: 'surname',
      cell: ({ surname, name, patronymic }) => `${surname} ${name} ${patronymic}`.trim(),
    },
    {
      key: 'organizations',
      label: columns.organizations,
      cell: ({ organizations }) => organizations.join(', '),
    },
    {
      key: 'state',
      label: columns.state,
      cell: ({ state, reason }) =>
        reason === null
          ? words.recipientStates[state]
          : `${words.recipientStates[state]}: ${words.reason(reason)}`,
    },
    {
      key: 'where',
      label: columns.where,
      cell: ({ platform }) => (platform === null ? '' : (words.platforms[platform] ?? platform)),
    },
    {
      key: 'when',
      label: columns.when,
      cell: ({ settledAt }) => (settledAt === null ? '' : instantText(settledAt, timeZone)),
    },
  ];
}
