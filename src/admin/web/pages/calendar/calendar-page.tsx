import {
  Alert,
  Button,
  Code,
  CopyButton,
  Group,
  NativeSelect,
  Paper,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { calendarWords as words } from '../../../../texts/panel/roadmap.ts';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Waiting } from '../../parts/waiting.tsx';

type Feed = paths['/api/calendar-feeds']['get']['responses'][200]['content']['application/json'][number];

const dayOf = (instant: string) => instant.slice(0, 10);
const queryKey = ['calendar-feeds'];

/** Subscriptions of calendars: addresses are secrets and told once. */
export function CalendarPage() {
  const queries = useQueryClient();
  const [address, setAddress] = useState<string | null>(null);
  const feeds = useQuery({ queryKey, queryFn: () => ask(client.GET('/api/calendar-feeds')) });
  const onSuccess = async (opened: { address: string } | undefined) => {
    setAddress(opened?.address ?? null);
    await queries.invalidateQueries({ queryKey });
  };
  const opening = useMutation({
    mutationFn: (organizationId: string | null) =>
      ask(client.POST('/api/calendar-feeds', { body: { organizationId } })),
    onSuccess,
  });
  return (
    <>
      <PageHead title={words.title} hint={words.hint} />
      <Stack maw={760}>
        <Problem error={opening.error} />
        {address !== null && <Address address={address} />}
        <Waiting query={feeds}>
          {(found) => (
            <>
              <Opening feeds={found} open={(organizationId) => opening.mutate(organizationId)} />
              <Title order={2} size="h4">
                {words.list}
              </Title>
              {found.length === 0 && <Text c="dimmed">{words.none}</Text>}
              {found.map((feed) => (
                <FeedLine key={feed.id} feed={feed} changed={onSuccess} />
              ))}
            </>
          )}
        </Waiting>
      </Stack>
    </>
  );
}

function Address({ address }: { address: string }) {
  return (
    <Alert color="teal" title={words.address} role="status">
      <Stack gap="xs">
        <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {address}
        </Code>
        <Text size="sm">{words.addressHint}</Text>
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Group>
              <Button size="xs" onClick={copy}>
                {copied ? words.copied : words.copy}
              </Button>
            </Group>
          )}
        </CopyButton>
      </Stack>
    </Alert>
  );
}

type OpeningProps = { feeds: readonly Feed[]; open: (organizationId: string | null) => void };

function Opening({ feeds, open }: OpeningProps) {
  const organizations = useQuery({
    queryKey: ['overview', 'progress', null],
    queryFn: () => ask(client.GET('/api/overview/progress')),
    staleTime: 300_000,
  });
  const [chosen, setChosen] = useState('');
  const free = (organizations.data?.organizations ?? []).filter(
    ({ id }) => !feeds.some(({ organizationId }) => organizationId === id),
  );
  const id = free.some((each) => each.id === chosen) ? chosen : (free[0]?.id ?? '');
  return (
    <Paper withBorder p="md" radius="md">
      <Group align="flex-end">
        {!feeds.some(({ organizationId }) => organizationId === null) && (
          <Button onClick={() => open(null)}>{words.openOwn}</Button>
        )}
        {free.length > 0 && (
          <>
            <NativeSelect
              label={words.organization}
              value={id}
              onChange={({ currentTarget }) => setChosen(currentTarget.value)}
              data={free.map((each) => ({ value: each.id, label: each.name }))}
            />
            <Button variant="default" onClick={() => open(id)}>
              {words.openOrganization}
            </Button>
          </>
        )}
      </Group>
    </Paper>
  );
}

type LineProps = { feed: Feed; changed: (opened: { address: string } | undefined) => Promise<void> };

function FeedLine({ feed, changed }: LineProps) {
  const path = { params: { path: { id: feed.id } } };
  const renewing = useMutation({
    mutationFn: () => ask(client.POST('/api/calendar-feeds/{id}/renewal', path)),
    onSuccess: changed,
  });
  const revoking = useMutation({
    mutationFn: () => ask(client.DELETE('/api/calendar-feeds/{id}', path)),
    onSuccess: () => changed(undefined),
  });
  const read = feed.readAt === null ? words.neverRead : words.read(dayOf(feed.readAt));
  return (
    <Paper withBorder p="sm" radius="md">
      <Group justify="space-between">
        <div>
          <Text fw={600}>{feed.organizationName ?? words.own}</Text>
          <Text size="sm" c="dimmed">
            {words.opened(dayOf(feed.renewedAt ?? feed.createdAt))}, {read}
          </Text>
        </div>
        <Group gap="xs">
          <ConfirmButton
            variant="default"
            size="xs"
            label={words.renew}
            warning={words.renewWarning}
            confirm={words.renewConfirm}
            loading={renewing.isPending}
            onConfirm={() => renewing.mutateAsync()}
          />
          <ConfirmButton
            variant="default"
            size="xs"
            label={words.revoke}
            warning={words.revokeWarning}
            confirm={words.revokeConfirm}
            loading={revoking.isPending}
            onConfirm={() => revoking.mutateAsync()}
          />
        </Group>
      </Group>
    </Paper>
  );
}
