import { Button, Stack, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { settingsWords } from '../../../../texts/panel/settings.ts';
import { ask, client } from '../../client.ts';
import { Waiting } from '../../parts/waiting.tsx';
import { useMay } from '../../self.ts';
import { type Rule, rulesKey } from './rule-data.ts';
import { RuleDialog } from './rule-dialog.tsx';
import { RuleForecast } from './rule-forecast.tsx';
import { SettingsHead } from './settings-head.tsx';

const words = settingsWords.rules;

/** When who is reminded of what. */
export function RulesPage() {
  const rules = useQuery({
    queryKey: rulesKey,
    queryFn: () => ask(client.GET('/api/settings/reminder-rules')),
  });
  const [edited, setEdited] = useState<string | 'new' | null>(null);
  const may = useMay('settings:write');
  return (
    <>
      <SettingsHead title={words.title} hint={words.hint} />
      <Waiting query={rules}>
        {({ items }) => (
          <Stack>
            <RulesTable rules={items} onEdit={may ? setEdited : null} />
            {may && (
              <Button w="fit-content" onClick={() => setEdited('new')}>
                {words.add}
              </Button>
            )}
            <RuleForecast />
          </Stack>
        )}
      </Waiting>
      {edited !== null && (
        <RuleDialog ruleKey={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

function RulesTable({ rules, onEdit }: { rules: readonly Rule[]; onEdit: ((key: string) => void) | null }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reached by keyboard
    <section className="wide-table" tabIndex={0} aria-label={words.list}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.when}</Table.Th>
            <Table.Th>{words.who}</Table.Th>
            <Table.Th>{words.active}</Table.Th>
            {onEdit !== null && <Table.Th>{words.edit}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rules.map((rule) => (
            <Table.Tr key={rule.key}>
              <Table.Td>{words.text(rule)}</Table.Td>
              <Table.Td>{(words.audiences as Record<string, string>)[rule.audience]}</Table.Td>
              <Table.Td>{rule.active ? words.on : words.off}</Table.Td>
              {onEdit !== null && (
                <Table.Td>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`${words.edit}: ${words.text(rule)}`}
                    onClick={() => onEdit(rule.key)}
                  >
                    {words.edit}
                  </Button>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
