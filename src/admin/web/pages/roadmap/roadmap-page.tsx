import {
  Anchor,
  Badge,
  Button,
  Group,
  Modal,
  NativeSelect,
  NumberInput,
  Progress,
  Stack,
  Text,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { dayText } from '../../../../texts/dates.ts';
import { draftWords, roadmapWords as words } from '../../../../texts/panel/roadmap.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import type { paths } from '../../api-types.ts';
import { ask, client, newKey } from '../../client.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useListState } from '../../parts/list-state.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Problem } from '../../parts/problem.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay } from '../../self.ts';

type Item =
  paths['/api/roadmap-items']['get']['responses'][200]['content']['application/json']['items'][number];
type ItemsQuery = NonNullable<paths['/api/roadmap-items']['get']['parameters']['query']>;
type Roadmap = paths['/api/roadmaps']['get']['responses'][200]['content']['application/json'][number];

const columns: readonly Column<Item>[] = [
  {
    key: 'item',
    label: words.columns.item,
    sort: 'place',
    cell: (item) => (
      <>
        <Anchor component={Link} href={`/roadmap/items/${item.id}`}>
          {item.code} {item.title}
        </Anchor>
        <Text size="xs" c="dimmed">
          {item.section}
        </Text>
      </>
    ),
  },
  {
    key: 'deadline',
    label: words.columns.deadline,
    cell: (item) => (
      <>
        <Text size="sm">{item.deadline}</Text>
        {item.unparsed.length > 0 && (
          <Badge color="orange" variant="outline" tt="none">
            {words.unparsed}
          </Badge>
        )}
        {item.corrected && (
          <Badge color="blue" variant="outline" tt="none">
            {words.corrected}
          </Badge>
        )}
      </>
    ),
  },
  { key: 'progress', label: words.columns.progress, cell: ({ counts }) => <Counts counts={counts} /> },
  {
    key: 'next',
    label: words.columns.next,
    sort: 'due',
    cell: ({ nextDueOn }) => (nextDueOn === null ? '' : dayText(nextDueOn)),
  },
];

function Counts({ counts }: { counts: Item['counts'] }) {
  const { late = 0, open = 0, upcoming = 0, done = 0 } = counts;
  const total = late + open + upcoming + done;
  if (total === 0) return null;
  const share = (count: number) => (count / total) * 100;
  const label = words.done(done, total);
  return (
    <>
      <Progress.Root size="lg" aria-hidden="true">
        <Progress.Section value={share(done)} color="teal" />
        <Progress.Section value={share(late)} color="red" />
      </Progress.Root>
      <Text size="xs">
        {label}
        {late > 0 ? `, ${words.late(late)}` : ''}
      </Text>
    </>
  );
}

/** The roadmap's items with how far they are. */
export function RoadmapPage() {
  const roadmaps = useQuery({
    queryKey: ['roadmap', 'all'],
    queryFn: () => ask(client.GET('/api/roadmaps')),
  });
  const mayWrite = useMay('roadmap:write');
  return (
    <>
      <PageHead title={words.title}>
        <Button component={Link} href="/roadmap/words" variant="default">
          {words.words}
        </Button>
        {mayWrite && (
          <Button component={Link} href="/roadmap/import">
            {words.import}
          </Button>
        )}
      </PageHead>
      <Waiting query={roadmaps}>
        {(all) =>
          all.length === 0 ? <Empty title={words.noneTitle} hint={words.noneHint} /> : <Items all={all} />
        }
      </Waiting>
    </>
  );
}

function Items({ all }: { all: readonly Roadmap[] }) {
  const state = useListState<'roadmap'>('place', ['roadmap']);
  const items = useQuery({
    queryKey: ['roadmap', 'items', state.query],
    queryFn: () => ask(client.GET('/api/roadmap-items', { params: { query: state.query as ItemsQuery } })),
    placeholderData: keepPreviousData,
  });
  const shown =
    all.find(({ id }) => id === state.filters.roadmap) ?? all.find(({ current }) => current) ?? all[0];
  return (
    <Stack>
      {shown !== undefined && <Head roadmap={shown} />}
      <Group align="flex-end">
        <SearchBox q={state.q} onSearch={state.search} label={words.search} />
        {all.length > 1 && (
          <NativeSelect
            label={words.which}
            value={shown?.id ?? ''}
            onChange={({ currentTarget }) => state.filter('roadmap', currentTarget.value)}
            data={all.map(({ id, title, period }) => ({ value: id, label: words.named(title, period) }))}
          />
        )}
      </Group>
      <Waiting query={items}>
        {(found) => (
          <DataTable
            caption={words.caption}
            columns={columns}
            found={found}
            keyOf={({ id }) => id}
            state={state}
          />
        )}
      </Waiting>
    </Stack>
  );
}

function Head({ roadmap }: { roadmap: Roadmap }) {
  const mayWrite = useMay('roadmap:write');
  return (
    <Group justify="space-between" align="flex-start">
      <div>
        <Text fw={600}>{roadmap.title}</Text>
        <Text size="sm" c="dimmed">
          {roadmap.order === null ? words.noOrder : words.order(roadmap.order)},{' '}
          {words.period(roadmap.period)}
        </Text>
      </div>
      {mayWrite && <RollOver roadmap={roadmap} />}
    </Group>
  );
}

function RollOver({ roadmap: { id, period } }: { roadmap: Roadmap }) {
  const [opened, { open, close }] = useDisclosure(false);
  const [, go] = useLocation();
  const usual = Math.max(1, Number(period.to.slice(0, 4)) - Number(period.from.slice(0, 4)) + 1);
  const [years, setYears] = useState<number | string>(usual > 1 || period.from.endsWith('01-01') ? usual : 1);
  const rolling = useMutation({
    mutationFn: () =>
      ask(
        client.POST('/api/roadmaps/{id}/roll-overs', {
          params: { path: { id } },
          body: { years: Number(years) },
          headers: { 'idempotency-key': newKey() },
        }),
      ),
    onSuccess: (draft) => go(`/roadmap/drafts/${draft.id}`),
  });
  return (
    <>
      <Button variant="default" onClick={open}>
        {words.rollOver}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={words.rollOver}
        closeButtonProps={{ 'aria-label': shellWords.close }}
      >
        <Stack>
          <Text>{draftWords.rollLead}</Text>
          <NumberInput
            label={draftWords.years}
            value={years}
            onChange={setYears}
            min={1}
            max={20}
            allowDecimal={false}
          />
          <Problem error={rolling.error} />
          <Button onClick={() => rolling.mutate()} loading={rolling.isPending}>
            {draftWords.rollStart}
          </Button>
        </Stack>
      </Modal>
    </>
  );
}
