import { Badge } from '@mantine/core';
import type { TaskState } from '../../../domain/tasks/task.ts';
import { stateMarks, stateWords } from '../../../texts/panel/tasks.ts';

export const stateColors: Record<TaskState, string> = {
  late: 'red',
  open: 'blue',
  upcoming: 'gray',
  standing: 'grape',
  done: 'teal',
  waived: 'gray',
};

/** How a task stands: by word and mark, not by colour alone. */
export function StateBadge({ state }: { state: TaskState }) {
  return (
    <Badge
      color={stateColors[state]}
      variant="outline"
      radius="sm"
      leftSection={stateMarks[state]}
      tt="none"
      miw="max-content"
    >
      {stateWords[state]}
    </Badge>
  );
}
