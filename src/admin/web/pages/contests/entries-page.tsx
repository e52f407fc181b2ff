import { Anchor, Badge, Button, Checkbox, Group, Select, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type EntryState, entryStates } from '../../../../domain/contests/entry.ts';
import { oneStateWords, entryWords as words } from '../../../../texts/panel/entries.ts';
import { ask, client } from '../../client.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useListState } from '../../parts/list-state.ts';
import { OrganizationSelect } from '../../parts/organization-select.tsx';
import { fullNameOf } from '../../parts/person-name.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay } from '../../self.ts';
import { ContestFrame } from './contest-frame.tsx';
import { type Contest, momentText, useZone } from './contest-types.ts';
import { type EntryLine, entriesKey, nameOf } from './entry-types.ts';

const colors: Partial<Record<EntryState, string>> = {
  accepted: 'teal',
  mending: 'orange',
  checking: 'blue',
  rejected: 'red',
};

export function EntryStateBadge({ state }: { state: EntryState }) {
  return (
    <Badge variant="outline" radius="sm" tt="none" color={colors[state] ?? 'gray'} miw="max-content">
      {oneStateWords[state]}
    </Badge>
  );
}

/** All works of a contest that were handed in. */
export function EntriesPage() {
  return <ContestFrame>{(contest) => <Entries contest={contest} />}</ContestFrame>;
}

function Entries({ contest }: { contest: Contest }) {
  const zone = useZone();
  const may = useMay('contests:write');
  const state = useListState('-submitted', ['state', 'nominationId', 'organizationId', 'trouble', 'marked']);
  const found = useQuery({
    queryKey: [...entriesKey(contest.id), state.query],
    queryFn: () =>
      ask(
        client.GET('/api/contests/{id}/entries', {
          params: { path: { id: contest.id }, query: state.query as never },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const { page: _, size: __, ...asked } = state.query;
  const query = new URLSearchParams(asked as Record<string, string>).toString();
  return (
    <>
      <Group align="flex-end" mb="md">
        <SearchBox q={state.q} onSearch={state.search} label={words.search} />
        <Filters contest={contest} state={state} />
        {may && (
          <>
            {contest.stage === 'open' && contest.kind !== 'event' && (
              <Button component={Link} href={`/contests/${contest.id}/entries/new`}>
                {words.add}
              </Button>
            )}
            <Button
              component="a"
              variant="default"
              href={`/api/contests/${contest.id}/entries/export?${query}`}
              download
            >
              {words.export}
            </Button>
          </>
        )}
      </Group>
      <Waiting query={found}>
        {(page) => (
          <DataTable
            caption={words.caption}
            columns={columnsOf(contest, zone)}
            found={page}
            keyOf={({ id }) => id}
            state={state}
            empty={<Empty title={words.empty} hint={words.emptyHint} />}
          />
        )}
      </Waiting>
    </>
  );
}

type Filter = 'state' | 'nominationId' | 'organizationId' | 'trouble' | 'marked';

function Filters({ contest, state }: { contest: Contest; state: ReturnType<typeof useListState<Filter>> }) {
  const { filters, filter } = state;
  const nominations = contest.settings.nominations.flatMap(({ id: value, title: label }) =>
    value === null ? [] : [{ value, label }],
  );
  return (
    <>
      <Select
        label={words.state}
        placeholder={words.anyState}
        clearable
        value={filters.state ?? null}
        onChange={(value) => filter('state', value)}
        data={entryStates
          .filter((value) => value !== 'found' && (value !== 'waitlisted' || contest.kind === 'event'))
          .map((value) => ({ value, label: oneStateWords[value] }))}
      />
      {nominations.length > 1 && (
        <Select
          label={words.nomination}
          placeholder={words.anyNomination}
          clearable
          value={filters.nominationId ?? null}
          onChange={(value) => filter('nominationId', value)}
          data={nominations}
        />
      )}
      <OrganizationSelect
        label={words.organization}
        placeholder={words.anyOrganization}
        value={filters.organizationId ?? null}
        onChange={(value) => filter('organizationId', value)}
      />
      {contest.kind === 'post' &&
        (['trouble', 'marked'] as const).map((name) => (
          <Checkbox
            key={name}
            label={words[name]}
            checked={filters[name] === 'true'}
            onChange={({ currentTarget }) => filter(name, currentTarget.checked ? 'true' : null)}
            mb={8}
          />
        ))}
    </>
  );
}

function columnsOf({ id: contestId, kind }: Contest, zone: string): readonly Column<EntryLine>[] {
  return [
    {
      key: 'author',
      label: words.author,
      sort: 'author',
      cell: ({ author, teamName }) => (
        <div>
          <Text size="sm" fw={600}>
            {author === null ? words.nobody : fullNameOf(author)}
          </Text>
          {teamName !== null && <Text size="sm">«{teamName}»</Text>}
        </div>
      ),
    },
    {
      key: 'work',
      label: words.work,
      sort: 'title',
      cell: (line) => (
        <Anchor
          component={Link}
          href={`/contests/${contestId}/entries/${line.id}`}
          aria-label={words.openOf(nameOf(line))}
          lineClamp={2}
          className="breaking"
        >
          {nameOf(line)}
        </Anchor>
      ),
    },
    { key: 'state', label: words.state, cell: (line) => <Standing line={line} /> },
    { key: 'nomination', label: words.nomination, cell: ({ nominationTitle }) => nominationTitle ?? '' },
    {
      key: 'organization',
      label: words.organization,
      cell: ({ organizationName }) => organizationName ?? '',
    },
    {
      key: 'submitted',
      label: words.submitted,
      sort: 'submitted',
      cell: ({ submittedAt }) => (submittedAt === null ? '' : momentText(submittedAt, zone)),
    },
    ...(kind === 'post'
      ? [
          {
            key: 'likes',
            label: words.likes,
            sort: 'likes',
            cell: ({ likes }: EntryLine) => likes ?? '',
          },
        ]
      : []),
  ];
}

function Standing({ line: { state, findings, trouble, isMarked } }: { line: EntryLine }) {
  return (
    <Group gap={4}>
      <EntryStateBadge state={state} />
      {findings > 0 && <Text size="sm">{words.findings(findings)}</Text>}
      {trouble !== null && (
        <Text size="sm" title={trouble.text}>
          ⏳ {words.troubleBadge}
        </Text>
      )}
      {isMarked && <Text size="sm">⚠ {words.markedBadge}</Text>}
    </Group>
  );
}
