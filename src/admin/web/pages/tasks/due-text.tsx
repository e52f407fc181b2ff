import { Text } from '@mantine/core';
import { windowText } from '../../../../texts/dates.ts';
import { taskWords as words } from '../../../../texts/panel/tasks.ts';

/** When a task is to be done, in words. */
export function DueText({ task }: { task: { fromOn: string | null; dueOn: string | null } }) {
  return (
    <Text size="sm" span>
      {task.dueOn === null ? words.card.standing : windowText(task.fromOn, task.dueOn)}
    </Text>
  );
}
