import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { orderWords as words } from '../../../../texts/panel/orders.ts';
import { CorrectPerson } from './correct-person.tsx';
import type { Order, OrderPerson } from './order-types.ts';

type Props = { order: Order; version: string; isOpen: boolean };

/** How the order names everybody; what the rules doubt comes first. */
export function OrderPeople({ order, version, isOpen }: Props) {
  const [corrected, setCorrected] = useState<OrderPerson | null>(null);
  const people = [...order.people].sort((one, other) => Number(other.doubtful) - Number(one.doubtful));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reached by keyboard */}
      <section className="wide-table" tabIndex={0} aria-label={words.steps.names}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.person}</Table.Th>
              <Table.Th>{words.accusative}</Table.Th>
              <Table.Th>{words.instrumental}</Table.Th>
              {isOpen && <Table.Th>{words.correct}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {people.map((person) => (
              <Table.Tr key={person.personId}>
                <Table.Td>
                  <Group gap="xs">
                    <Text size="sm">{person.name}</Text>
                    {person.doubtful && <Mark color="orange" word={words.doubtful} />}
                    {person.corrected && <Mark color="teal" word={words.corrected} />}
                  </Group>
                  <Text size="xs" c="dimmed">
                    {person.post}
                  </Text>
                </Table.Td>
                <Table.Td>{formOf(person, 'accusative')}</Table.Td>
                <Table.Td>{formOf(person, 'instrumental')}</Table.Td>
                {isOpen && (
                  <Table.Td>
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={words.correctOf(person.name)}
                      onClick={() => setCorrected(person)}
                    >
                      {words.correct}
                    </Button>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {corrected !== null && (
        <CorrectPerson
          orderId={order.id}
          version={version}
          person={corrected}
          onClose={() => setCorrected(null)}
        />
      )}
    </>
  );
}

function Mark({ color, word }: { color: string; word: string }) {
  return (
    <Badge color={color} variant="outline" radius="sm" tt="none" autoContrast>
      {word}
    </Badge>
  );
}

function formOf(
  { nameForms, postForms }: OrderPerson,
  grammaticalCase: 'accusative' | 'instrumental',
): string {
  return [postForms[grammaticalCase], nameForms[grammaticalCase]].filter(Boolean).join(' ');
}
