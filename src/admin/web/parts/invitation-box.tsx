import { Anchor, Code, List, Stack, Text } from '@mantine/core';

type Props = {
  lead: string;
  codeLabel: string;
  noLink: (name: string) => string;
  invitation: { code: string; links: readonly { name: string; link: string | null }[] };
};

/** The links and the code that join a chat to somebody. */
export function InvitationBox({ lead, codeLabel, noLink, invitation }: Props) {
  return (
    <Stack gap="xs">
      <Text size="sm">{lead}</Text>
      <List size="sm">
        {invitation.links.map(({ name, link }) => (
          <List.Item key={name}>
            {link === null ? (
              noLink(name)
            ) : (
              <>
                {name}:{' '}
                <Anchor href={link} target="_blank" rel="noreferrer" style={{ overflowWrap: 'anywhere' }}>
                  {link}
                </Anchor>
              </>
            )}
          </List.Item>
        ))}
      </List>
      <Text size="sm">
        {codeLabel}: <Code fz="md">{invitation.code}</Code>
      </Text>
    </Stack>
  );
}
