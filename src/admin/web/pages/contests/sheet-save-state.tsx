import { Button, Group, Text } from '@mantine/core';
import { judgingWords as words } from '../../../../texts/panel/judging.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { ProblemError } from '../../client.ts';
import type { SaverSnapshot, SheetSaver } from './sheet-saver.ts';

/** Whether what was typed is safe, always to be seen. */
export function SaveState({ saver, snapshot }: { saver: SheetSaver; snapshot: SaverSnapshot }) {
  const { state, error } = snapshot;
  const isWrong = state === 'lost' || state === 'refused';
  return (
    <Group gap="xs">
      <Text
        size="sm"
        role="status"
        aria-live="polite"
        fw={isWrong ? 700 : 400}
        c={isWrong ? 'red' : 'dimmed'}
      >
        {state === 'refused' && error instanceof ProblemError
          ? `${words.refused}: ${error.problem.title}`
          : words[state]}
      </Text>
      {isWrong && (
        <Button size="compact-md" variant="default" onClick={saver.retry}>
          {shellWords.again}
        </Button>
      )}
    </Group>
  );
}
