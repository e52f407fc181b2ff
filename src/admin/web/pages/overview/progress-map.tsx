import { Anchor, Group, List, Stack, Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { taskStates } from '../../../../domain/tasks/task-list.ts';
import { overviewWords as words } from '../../../../texts/panel/overview.ts';
import { stateMarks, stateWords } from '../../../../texts/panel/tasks.ts';
import type { paths } from '../../api-types.ts';
import { StateBadge } from '../../parts/state-badge.tsx';

type Progress = paths['/api/overview/progress']['get']['responses'][200]['content']['application/json'];
type Cell = Progress['cells'][number];
type Item = Progress['items'][number];
type Organization = Progress['organizations'][number];
type CellAt = (item: Item, organization: Organization) => Cell | undefined;

/** Items × organizations: a table where there is room for it, a list of what is unfinished on phones. */
export function ProgressMap({ progress: { items, organizations, cells } }: { progress: Progress }) {
  const byPlace = useMemo(
    () => new Map(cells.map((cell) => [`${cell.itemId} ${cell.organizationId}`, cell])),
    [cells],
  );
  const cellAt: CellAt = (item, organization) => byPlace.get(`${item.id} ${organization.id}`);
  if (cells.length === 0) return <Text c="dimmed">{words.noProgress}</Text>;
  const map = { items, organizations, cellAt };
  return (
    <Stack>
      <Legend />
      <HeatMap {...map} />
      <ByOrganization {...map} />
    </Stack>
  );
}

function Legend() {
  return (
    <Group component="ul" gap="xs" className="plain-list" aria-label={words.legend}>
      {taskStates.map((state) => (
        <li key={state}>
          <StateBadge state={state} />
        </li>
      ))}
    </Group>
  );
}

type Map = { items: readonly Item[]; organizations: readonly Organization[]; cellAt: CellAt };

function HeatMap({ items, organizations, cellAt }: Map) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reached by keyboard
    <section className="wide-table heat-map" tabIndex={0} aria-label={words.progress}>
      <Table withColumnBorders layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th className="heat-map-item">{words.item}</Table.Th>
            {organizations.map(({ id, name }) => (
              <Table.Th key={id} className="heat-map-place">
                <span>{name}</span>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={item.id}>
              <Table.Th scope="row" className="heat-map-item">
                <Anchor component={Link} href={`/roadmap/items/${item.id}`} size="sm" title={item.title}>
                  {item.code} {item.title}
                </Anchor>
              </Table.Th>
              {organizations.map((organization) => (
                <Table.Td key={organization.id} p={0}>
                  <HeatCell item={item} organization={organization} cell={cellAt(item, organization)} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function HeatCell({
  item,
  organization,
  cell,
}: {
  item: Item;
  organization: Organization;
  cell: Cell | undefined;
}) {
  if (cell === undefined) return <span className="visually-hidden">{words.none}</span>;
  const label = words.cell(`${item.code} ${item.title}`, organization.name, cell);
  return (
    <Link
      href={`/tasks?item=${item.id}&organization=${organization.id}`}
      className={`heat-cell heat-${cell.state}`}
      aria-label={label}
      title={label}
    >
      <span aria-hidden="true">{stateMarks[cell.state]}</span>
      <small aria-hidden="true">{words.ofTotal(cell)}</small>
    </Link>
  );
}

/** On a phone: each organization, and what of it needs somebody. */
function ByOrganization({ items, organizations, cellAt }: Map) {
  return (
    <div className="heat-list">
      {organizations.map((organization) => {
        const found = items.flatMap((item) => {
          const cell = cellAt(item, organization);
          return cell === undefined ? [] : [{ item, cell }];
        });
        const counts = taskStates
          .map((state) => ({ state, count: found.filter(({ cell }) => cell.state === state).length }))
          .filter(({ count }) => count > 0);
        return (
          <details key={organization.id}>
            <summary>
              {organization.name}:{' '}
              {counts.map(({ state, count }) => `${stateWords[state]} ${count}`).join(', ')}
            </summary>
            <List size="sm" spacing={4} mt="xs">
              {found.map(({ item, cell }) => (
                <List.Item key={item.id}>
                  <Anchor
                    component={Link}
                    href={`/tasks?item=${item.id}&organization=${organization.id}`}
                    size="sm"
                    underline="always"
                  >
                    {item.code} {item.title}
                  </Anchor>{' '}
                  <Text span size="sm">
                    {stateMarks[cell.state]} {stateWords[cell.state]}, {words.ofTotal(cell)}
                  </Text>
                </List.Item>
              ))}
            </List>
          </details>
        );
      })}
    </div>
  );
}
