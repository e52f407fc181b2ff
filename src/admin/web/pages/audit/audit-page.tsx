import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  actionName,
  factsLine,
  knownActions,
  subjectName,
  whence,
  whoDid,
  auditWords as words,
} from '../../../../texts/panel/audit.ts';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useListState } from '../../parts/list-state.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { whenText } from '../../parts/when.ts';

type Line = paths['/api/audit']['get']['responses'][200]['content']['application/json']['items'][number];
type Query = NonNullable<paths['/api/audit']['get']['parameters']['query']>;

const columns: readonly Column<Line>[] = [
  { key: 'at', label: words.at, sort: 'at', cell: ({ at }) => whenText(at) },
  { key: 'who', label: words.who, cell: whoDid },
  { key: 'action', label: words.action, cell: ({ action }) => actionName(action) },
  {
    key: 'subject',
    label: words.subject,
    cell: (line) => [subjectName(line), line.organizationName].filter((part) => part !== null).join(', '),
  },
  {
    key: 'change',
    label: words.change,
    cell: ({ before, after }) => <Change before={factsLine(before)} after={factsLine(after)} />,
  },
  { key: 'whence', label: words.whence, cell: whence },
];

function Change({ before, after }: { before: string; after: string }) {
  if (before === '' && after === '') return words.nothing;
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      {[before === '' ? words.nothing : before, after === '' ? words.nothing : after].join(' → ')}
    </Text>
  );
}

const filters = ['action', 'subjectKind', 'subjectId', 'from', 'to'] as const;

/** Who changed what. */
export function AuditPage() {
  const state = useListState<(typeof filters)[number]>('-at', filters);
  const audit = useQuery({
    queryKey: ['audit', state.query],
    queryFn: () => ask(client.GET('/api/audit', { params: { query: state.query as Query } })),
  });
  const exported = (format: string) =>
    `/api/audit/export?${new URLSearchParams({ ...(state.filters as Record<string, string>), format })}`;
  const field = (name: (typeof filters)[number]) => ({
    value: state.filters[name] ?? '',
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      state.filter(name, currentTarget.value),
  });
  return (
    <>
      <PageHead title={words.title} hint={words.hint}>
        <Button component="a" href={exported('xlsx')} variant="default">
          {words.exportXlsx}
        </Button>
        <Button component="a" href={exported('csv')} variant="default">
          {words.exportCsv}
        </Button>
      </PageHead>
      <Group align="flex-end" mb="md">
        <Select
          label={words.action}
          placeholder={words.anyAction}
          data={[...knownActions]}
          value={state.filters.action ?? null}
          onChange={(action) => state.filter('action', action)}
          searchable
          clearable
          w={320}
        />
        <TextInput label={words.from} type="date" {...field('from')} />
        <TextInput label={words.to} type="date" {...field('to')} />
        <TextInput label={words.subjectId} inputMode="numeric" maxLength={20} {...field('subjectId')} />
      </Group>
      <Waiting query={audit}>
        {(found) => (
          <DataTable
            caption={words.caption}
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
