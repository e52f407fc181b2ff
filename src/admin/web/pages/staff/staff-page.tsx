import { Badge, Group, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { staffWords as words } from '../../../../texts/panel/staff.ts';
import { roleNames } from '../../../../texts/roles.ts';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useListState } from '../../parts/list-state.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { whenText } from '../../parts/when.ts';
import { AppointForm } from './appoint-form.tsx';
import { staffRoleOptions } from './role-options.ts';
import { StaffActions } from './staff-actions.tsx';

export type StaffLine =
  paths['/api/staff']['get']['responses'][200]['content']['application/json']['items'][number];

const columns: readonly Column<StaffLine>[] = [
  {
    key: 'person',
    label: words.person,
    sort: 'surname',
    cell: ({ surname, name, patronymic }) => `${surname} ${name} ${patronymic}`.trim(),
  },
  {
    key: 'seats',
    label: words.seats,
    cell: ({ seats }) => (
      <Stack gap={2}>
        {seats.map(({ id, role, organizationName }) => (
          <Text key={id} size="sm">
            {roleNames[role as keyof typeof roleNames] ?? role} — {organizationName}
          </Text>
        ))}
      </Stack>
    ),
  },
  {
    key: 'entry',
    label: words.entry,
    cell: ({ hasChat, enrolled, sessions, tokens }) => (
      <Group gap={4}>
        <Badge variant="outline" tt="none" color={hasChat ? 'teal' : 'gray'} miw="max-content">
          {hasChat ? words.chat : words.noChat}
        </Badge>
        <Badge variant="outline" tt="none" color={enrolled ? 'teal' : 'gray'} miw="max-content">
          {enrolled ? words.factor : words.noFactor}
        </Badge>
        {sessions > 0 && <Text size="xs">{words.sessions(sessions)}</Text>}
        {tokens > 0 && <Text size="xs">{words.tokens(tokens)}</Text>}
      </Group>
    ),
  },
  {
    key: 'seen',
    label: words.seen,
    sort: 'seenAt',
    cell: ({ seenAt }) => (seenAt === null ? words.never : whenText(seenAt)),
  },
  { key: 'actions', label: words.actions, cell: (line) => <StaffActions line={line} /> },
];

/** Who works at the panel, and as what. */
export function StaffPage() {
  const state = useListState<'role'>('surname', ['role']);
  const staff = useQuery({
    queryKey: ['staff', state.query],
    queryFn: () =>
      ask(
        client.GET('/api/staff', {
          params: { query: state.query as NonNullable<paths['/api/staff']['get']['parameters']['query']> },
        }),
      ),
  });
  return (
    <>
      <PageHead title={words.title} hint={words.hint}>
        <AppointForm person={null} />
      </PageHead>
      <Group align="flex-end" mb="md">
        <SearchBox q={state.q} onSearch={state.search} />
        <Select
          label={words.role}
          placeholder={words.anyRole}
          data={staffRoleOptions}
          value={state.filters.role ?? null}
          onChange={(role) => state.filter('role', role)}
          clearable
        />
      </Group>
      <Waiting query={staff}>
        {(found) => (
          <DataTable
            caption={words.caption}
            columns={columns}
            found={found}
            keyOf={({ personId }) => personId}
            state={state}
            empty={<Empty title={words.empty} hint={words.emptyHint} />}
          />
        )}
      </Waiting>
    </>
  );
}
