import { Anchor, Badge, Button, Group, Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { mailingStates } from '../../../../domain/mailings/mailing.ts';
import { mailingWords as words } from '../../../../texts/panel/mailings.ts';
import { ask, client } from '../../client.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useListState } from '../../parts/list-state.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay, useSelf } from '../../self.ts';
import { instantText, type MailingSummary, mailingsKey } from './mailing-data.ts';

const colours = { draft: 'gray', sending: 'blue', paused: 'yellow', stopped: 'red', done: 'teal' } as const;

export function StateBadge({ state }: { state: MailingSummary['state'] }) {
  return (
    <Badge color={colours[state]} variant="light" autoContrast>
      {words.states[state]}
    </Badge>
  );
}

/** Everything that was written to groups. */
export function MailingListPage() {
  const state = useListState('-createdAt', ['state']);
  const may = useMay('messages:write');
  const timeZone = useSelf().data?.programme.timeZone ?? 'UTC';
  const mailings = useQuery({
    queryKey: [...mailingsKey, 'list', state.query],
    queryFn: () => ask(client.GET('/api/mailings', { params: { query: state.query as never } })),
    placeholderData: keepPreviousData,
  });
  const create = (
    <Button component={Link} href="/messages/new">
      {words.create}
    </Button>
  );
  return (
    <>
      <PageHead title={words.title} hint={words.hint}>
        {may && create}
      </PageHead>
      <Group align="flex-end" mb="md">
        <SearchBox q={state.q} onSearch={state.search} />
        <Select
          label={words.filterMailing}
          placeholder={words.anyState}
          clearable
          value={state.filters.state ?? null}
          onChange={(value) => state.filter('state', value)}
          data={mailingStates.map((value) => ({ value, label: words.states[value] }))}
        />
      </Group>
      <Waiting query={mailings}>
        {(found) => (
          <DataTable
            caption={words.list}
            columns={columnsIn(timeZone)}
            found={found}
            keyOf={({ id }) => id}
            state={state}
            empty={
              <Empty title={words.noneTitle} hint={words.noneHint}>
                {may && create}
              </Empty>
            }
          />
        )}
      </Waiting>
    </>
  );
}

function columnsIn(timeZone: string): Column<MailingSummary>[] {
  return [
    {
      key: 'title',
      label: words.columns.title,
      cell: ({ id, title }) => (
        <Anchor component={Link} href={`/messages/${id}`}>
          {title === '' ? words.untitled : title}
        </Anchor>
      ),
    },
    { key: 'state', label: words.columns.state, cell: ({ state }) => <StateBadge state={state} /> },
    {
      key: 'sent',
      label: words.columns.sent,
      cell: ({ state, counts }) =>
        state === 'draft'
          ? ''
          : words.sentOf(
              counts.sent,
              Object.values(counts).reduce((sum, each) => sum + each, 0),
            ),
    },
    { key: 'author', label: words.columns.author, cell: ({ authorName }) => authorName },
    {
      key: 'created',
      label: words.columns.created,
      sort: 'createdAt',
      cell: ({ createdAt }) => instantText(createdAt, timeZone),
    },
  ];
}
