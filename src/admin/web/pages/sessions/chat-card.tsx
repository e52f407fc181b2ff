import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { sessionWords as words } from '../../../../texts/panel/sign-in.ts';
import { ask, client } from '../../client.ts';
import { InvitationBox } from '../../parts/invitation-box.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useSession } from '../sign-in/session.ts';

/** The chat by which one signs in; an administrator who came by a link has none yet. */
export function ChatCard() {
  const session = useSession();
  const invite = useMutation({ mutationFn: () => ask(client.POST('/api/session/invitation')) });
  return (
    <Paper withBorder p="md" radius="md" flex="1 1 300px">
      <Stack gap="xs">
        <Title order={2} size="h4">
          {words.chat}
        </Title>
        <Waiting query={session}>
          {({ hasChat }) => <Text>{hasChat ? words.chatLinked : words.chatNone}</Text>}
        </Waiting>
        <Problem error={invite.error} />
        {invite.data === undefined ? (
          <Button variant="default" onClick={() => invite.mutate()} loading={invite.isPending}>
            {words.invite}
          </Button>
        ) : (
          <InvitationBox
            lead={words.inviteLead}
            codeLabel={words.code}
            noLink={words.noLink}
            invitation={invite.data}
          />
        )}
      </Stack>
    </Paper>
  );
}
