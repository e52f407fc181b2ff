import { Anchor, Code, Stack, Text } from '@mantine/core';
import { personWords as words } from '../../../../texts/panel/people.ts';
import type { paths } from '../../api-types.ts';
import { dayOf } from '../../parts/when.ts';

export type InvitedView =
  paths['/api/people/{id}/invitations']['post']['responses'][201]['content']['application/json'];

/** What somebody is handed to come in: links, pictures of them, and a code to type. */
export function Invited({ invited: { code, expiresAt, links } }: { invited: InvitedView }) {
  return (
    <Stack>
      <Text>{words.invitedHint(dayOf(expiresAt))}</Text>
      <Text>
        {words.code}: <Code fz="lg">{code}</Code>
      </Text>
      {links.map(({ name, link, qr }) => (
        <div key={name}>
          <Text fw={600}>{name}</Text>
          {link === null ? (
            <Text c="dimmed">{words.noLink}</Text>
          ) : (
            <Anchor href={link} style={{ overflowWrap: 'anywhere' }}>
              {link}
            </Anchor>
          )}
          {qr !== null && (
            <div>
              <img
                alt={words.qr(name)}
                width={180}
                height={180}
                src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
              />
            </div>
          )}
        </div>
      ))}
    </Stack>
  );
}
