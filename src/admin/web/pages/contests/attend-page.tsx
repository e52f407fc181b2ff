import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { eventPanelWords as words } from '../../../../texts/panel/contest-event.ts';
import { ask, client } from '../../client.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { fullNameOf } from '../../parts/person-name.tsx';
import { Waiting } from '../../parts/waiting.tsx';

/** What the camera of a phone at the door opens: whoever shows the ticket is ticked off at once. */
export function AttendPage() {
  const { ticket = '' } = useParams<{ ticket: string }>();
  // A mark that is there already stays, so that asking twice does no harm.
  const scanned = useQuery({
    queryKey: ['attendance', ticket],
    queryFn: () => ask(client.POST('/api/attendance', { body: { ticket } })),
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <>
      <PageHead title={words.scanTitle} />
      <Waiting query={scanned}>
        {({ contestId, title, guest, already }) => (
          <Stack maw={480}>
            <Alert
              color={already ? 'yellow' : 'teal'}
              title={already ? words.already : words.came}
              role="status"
            >
              <Text size="xl" fw={700}>
                {fullNameOf(guest.person)}
              </Text>
              <Text>
                {[
                  ...(guest.organizationName === null ? [] : [guest.organizationName]),
                  ...(guest.teamName === null ? [] : [words.team(guest.teamName)]),
                ].join(' · ')}
              </Text>
            </Alert>
            <Text>{title}</Text>
            <Anchor component={Link} href={`/contests/${contestId}/guests`}>
              {words.toList}
            </Anchor>
          </Stack>
        )}
      </Waiting>
    </>
  );
}
