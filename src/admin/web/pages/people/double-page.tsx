import { Anchor, Button, Group, List, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useParams } from 'wouter';
import { personWords, doubleWords as words } from '../../../../texts/panel/people.ts';
import { roleNames } from '../../../../texts/roles.ts';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { fullNameOf, PersonName } from '../../parts/person-name.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { dayOf } from '../../parts/when.ts';
import { Candidates } from './candidates.tsx';

type Compared =
  paths['/api/people/{id}/doubles/{otherId}']['get']['responses'][200]['content']['application/json'];
type Card = Compared['known'];

/** Two people side by side, before they become one. */
export function DoublePage() {
  const { id = '', otherId = '' } = useParams();
  const path = { id, otherId };
  const compared = useQuery({
    queryKey: ['double', id, otherId],
    queryFn: () => ask(client.GET('/api/people/{id}/doubles/{otherId}', { params: { path } })),
  });
  return (
    <>
      <PageHead title={words.compareTitle} hint={words.hint} />
      <Waiting query={compared}>{(found) => <Comparison found={found} path={path} />}</Waiting>
    </>
  );
}

function Comparison({ found, path }: { found: Compared; path: { id: string; otherId: string } }) {
  const { double, known, moving, may } = found;
  const [, go] = useLocation();
  const queries = useQueryClient();
  const over = async (href: string) => {
    await queries.invalidateQueries();
    go(href);
  };
  const params = { params: { path } };
  const merging = useMutation({
    mutationFn: () => ask(client.POST('/api/people/{id}/doubles/{otherId}/merge', params)),
    onSuccess: () => over(`/people/${known.id}`),
  });
  const parting = useMutation({
    mutationFn: () => ask(client.POST('/api/people/{id}/doubles/{otherId}/keep-apart', params)),
    onSuccess: () => over('/doubles'),
  });
  const rows = words.rows(moving);
  return (
    <Stack>
      <Problem error={merging.error ?? parting.error} />
      <Sides double={double} known={known} />
      <div>
        <Title order={2} size="h4">
          {words.moving}
        </Title>
        {rows.length === 0 ? (
          <Text c="dimmed">{words.nothingMoves}</Text>
        ) : (
          <List>
            {rows.map((row) => (
              <List.Item key={row}>{row}</List.Item>
            ))}
          </List>
        )}
      </div>
      {!may && <Text>{words.mayNot}</Text>}
      <Group>
        <Button component={Link} href={`/people/${known.id}/double/${double.id}`} variant="default">
          {words.swap}
        </Button>
        <ConfirmButton
          label={words.apart}
          warning={words.apartWarning}
          confirm={words.apartConfirm}
          variant="default"
          loading={parting.isPending}
          onConfirm={() => parting.mutateAsync()}
        />
        {may && (
          <ConfirmButton
            label={words.merge}
            warning={words.mergeWarning(fullNameOf(double.facts), fullNameOf(known.facts))}
            confirm={words.merge}
            color="red"
            onConfirm={() => merging.mutateAsync()}
          />
        )}
      </Group>
    </Stack>
  );
}

const fields: readonly { name: string; of: (card: Card) => string }[] = [
  { name: personWords.birthYear, of: ({ facts }) => String(facts.birthYear ?? personWords.unknown) },
  { name: personWords.phone, of: ({ facts }) => facts.phone ?? personWords.unknown },
  {
    name: personWords.posts,
    of: ({ appointments }) =>
      appointments
        .filter(({ endedAt }) => endedAt === null)
        .map(({ role, organizationName }) => `${roleNames[role]} — ${organizationName}`)
        .join('; ') || personWords.noPosts,
  },
  {
    name: personWords.channels,
    of: ({ channels }) =>
      channels.map(({ platformName, lastSeenAt }) => `${platformName}, ${dayOf(lastSeenAt)}`).join('; ') ||
      personWords.noChannels,
  },
  {
    name: personWords.applications,
    of: ({ applications }) =>
      applications
        .map(({ role, organizationName }) => `${roleNames[role]} — ${organizationName}`)
        .join('; ') || personWords.noApplications,
  },
];

function Sides({ double, known }: { double: Card; known: Card }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reached by keyboard
    <section className="wide-table" tabIndex={0} aria-label={words.compareTitle}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.field}</Table.Th>
            <Table.Th>{words.double}</Table.Th>
            <Table.Th>{words.known}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th scope="row">{personWords.facts}</Table.Th>
            {[double, known].map(({ id, facts }) => (
              <Table.Td key={id}>
                <PersonName person={{ ...facts, id }} />
              </Table.Td>
            ))}
          </Table.Tr>
          {fields.map(({ name, of }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              <Table.Td>{of(double)}</Table.Td>
              <Table.Td>{of(known)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

/** Whose double somebody is: found by name, then compared. */
export function FindKnownPage() {
  const { id = '' } = useParams();
  return (
    <>
      <Anchor component={Link} href={`/people/${id}`}>
        {personWords.back}
      </Anchor>
      <PageHead title={words.find} hint={words.mayNot} />
      <Candidates doubleId={id} />
    </>
  );
}
