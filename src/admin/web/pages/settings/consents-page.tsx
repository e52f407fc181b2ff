import { Anchor, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { consentTitles } from '../../../../texts/consent-names.ts';
import { settingsWords } from '../../../../texts/panel/settings.ts';
import { ask, client } from '../../client.ts';
import { Waiting } from '../../parts/waiting.tsx';
import { SettingsHead } from './settings-head.tsx';

const words = settingsWords.consents;

export const consentsKey = ['settings', 'consents'] as const;

/** Every text of a consent. */
export function ConsentsPage() {
  const texts = useQuery({
    queryKey: consentsKey,
    queryFn: () => ask(client.GET('/api/settings/consent-texts')),
  });
  return (
    <>
      <SettingsHead title={words.title} hint={words.hint} />
      <Waiting query={texts}>
        {({ items }) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reached by keyboard
          <section className="wide-table" tabIndex={0} aria-label={words.list}>
            <Table verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{words.document}</Table.Th>
                  <Table.Th>{words.giver}</Table.Th>
                  <Table.Th>{words.version}</Table.Th>
                  <Table.Th>{words.given}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map(({ kind, giver, version, givers }) => (
                  <Table.Tr key={`${kind} ${giver}`}>
                    <Table.Td>
                      <Anchor component={Link} href={`/settings/consents/${kind}/${giver}`}>
                        {consentTitles[kind]}
                      </Anchor>
                    </Table.Td>
                    <Table.Td>{words.givers[giver]}</Table.Td>
                    <Table.Td>{version === 0 ? words.never : version}</Table.Td>
                    <Table.Td>{givers}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </section>
        )}
      </Waiting>
    </>
  );
}
