import { ActionIcon, Anchor, Badge, Group, Menu, Paper, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import { shortDay } from '../../../../texts/dates.ts';
import {
  closeReasonText,
  formText,
  stepWords,
  pairPanelWords as words,
} from '../../../../texts/panel/pairs.ts';
import { useSelf } from '../../self.ts';
import { pairNames, shownName } from './names.ts';
import type { PairRow, Step } from './pair-data.ts';
import { stepsOf } from './pair-steps.ts';

type Props = {
  pair: PairRow;
  /** Whoever only looks moves nothing. */
  mayMove: boolean;
  onStep: (step: Step) => void;
  onDrag: (pair: PairRow | null) => void;
};

/** A pair on the board: dragged by whoever has a mouse, moved by its menu by everybody. */
export function BoardCard({ pair, mayMove, onStep, onDrag }: Props) {
  const today = useSelf().data?.today ?? pair.fromOn;
  return (
    <Paper
      component="li"
      withBorder
      p="xs"
      radius="md"
      draggable={mayMove && stepsOf(pair.state).length > 0}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', pair.id);
        onDrag(pair);
      }}
      onDragEnd={() => onDrag(null)}
    >
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap={4}>
        <Stack gap={2} miw={0}>
          <Anchor component={Link} href={`/pairs/${pair.id}`} fw={600} size="sm" className="breaking">
            {shownName(pair.mentor)}
          </Anchor>
          <Text size="sm" className="breaking">
            {pair.mentees.map(shownName).join(', ')}
          </Text>
        </Stack>
        {mayMove && stepsOf(pair.state).length > 0 && <CardMenu pair={pair} onStep={onStep} />}
      </Group>
      <Text size="xs" c="dimmed">
        {formText(pair.form)} · {pair.organizationName}
      </Text>
      <Text size="xs" c="dimmed">
        {shortDay(pair.fromOn, today)} – {shortDay(pair.toOn, today)}
      </Text>
      <Marks pair={pair} />
    </Paper>
  );
}

function Marks({ pair }: { pair: PairRow }) {
  const marks = [
    pair.awaited > 0 && words.awaited(pair.awaited),
    pair.paused && words.paused,
    pair.mentees.length > 1 && words.group(pair.mentees.length),
    pair.meetings > 0 && words.meetings(pair.meetings),
    pair.closeReason !== null && closeReasonText(pair.closeReason),
  ].filter((mark) => mark !== false);
  if (marks.length === 0) return null;
  return (
    <Group gap={4} mt={4}>
      {marks.map((mark) => (
        <Badge key={mark} variant="default" size="sm" tt="none" fw={500} maw="100%">
          {mark}
        </Badge>
      ))}
    </Group>
  );
}

function CardMenu({ pair, onStep }: { pair: PairRow; onStep: (step: Step) => void }) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={words.actionsFor(pairNames(pair))}>
          ⋯
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {stepsOf(pair.state).map((step) => (
          <Menu.Item key={step} onClick={() => onStep(step)}>
            {stepWords[step].label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
