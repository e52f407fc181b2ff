import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { shellWords } from '../../../texts/panel/shell.ts';
import { ProblemError } from '../client.ts';

const words = shellWords.conflict;

export type Conflict<View> = { current: View; version: string };

/** What a refused change brought along: how it is now, and the version to change that. `null` for any other fault. */
export function conflictIn<View>(error: unknown): Conflict<View> | null {
  if (!(error instanceof ProblemError) || error.problem.status !== 412) return null;
  return { current: error.problem.current as View, version: `"${error.problem.version ?? ''}"` };
}

type Props<View> = {
  conflict: Conflict<View> | null;
  /** What was to be saved, by field. */
  mine: Partial<View>;
  /** Words of the fields that are compared. */
  labels: Partial<Record<keyof View & string, string>>;
  shown?: (field: keyof View & string, value: unknown) => string;
  onTakeTheirs: () => void;
  /** Saves mine upon this version. */
  onKeepMine: (version: string) => void;
};

/** Two people changed the same thing: the second one sees both and decides. */
export function ConflictDialog<View extends object>(props: Props<View>) {
  const { conflict, mine, labels, onTakeTheirs, onKeepMine } = props;
  const shown =
    props.shown ?? ((_field, value) => (value === null || value === '' ? words.empty : String(value)));
  const fields = (Object.keys(labels) as (keyof View & string)[]).filter(
    (field) => field in mine && JSON.stringify(mine[field]) !== JSON.stringify(conflict?.current[field]),
  );
  return (
    <Modal
      opened={conflict !== null}
      onClose={onTakeTheirs}
      title={words.title}
      size="lg"
      closeButtonProps={{ 'aria-label': shellWords.close }}
    >
      <Stack>
        <Text>{words.words}</Text>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.field}</Table.Th>
              <Table.Th>{words.theirs}</Table.Th>
              <Table.Th>{words.yours}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {fields.map((field) => (
              <Table.Tr key={field}>
                <Table.Th scope="row">{labels[field]}</Table.Th>
                <Table.Td>{shown(field, conflict?.current[field])}</Table.Td>
                <Table.Td>{shown(field, mine[field])}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group justify="flex-end">
          <Button variant="default" onClick={onTakeTheirs}>
            {words.takeTheirs}
          </Button>
          <Button onClick={() => conflict !== null && onKeepMine(conflict.version)}>{words.keepMine}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
