import { ActionIcon, Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { judgingWords as words } from '../../../../texts/panel/judging.ts';
import type { SheetView } from './judging-types.ts';

type Props = {
  criterion: SheetView['criteria'][number];
  points: number | null;
  disabled: boolean;
  onGive: (points: number | null) => void;
};

const mostChips = 10;
const step = 0.5;

/** Points for one criterion: by a thumb, half a point at a time, or typed. */
export function SheetPoints({ criterion, points, disabled, onGive }: Props) {
  const { title, hint, scale } = criterion;
  const give = (value: number) => onGive(Math.min(scale, Math.max(0, value)));
  return (
    <Stack gap={6} role="group" aria-label={title}>
      <div>
        <Text fw={600} component="span">
          {title}
        </Text>{' '}
        <Text span size="sm" c="dimmed">
          {words.points(scale)}
        </Text>
        {hint !== '' && (
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        )}
      </div>
      <Group gap="xs" wrap="nowrap">
        <ActionIcon
          variant="default"
          size={48}
          aria-label={words.less(title)}
          disabled={disabled || points === null || points <= 0}
          onClick={() => give((points ?? 0) - step)}
        >
          −
        </ActionIcon>
        <NumberInput
          aria-label={title}
          value={points ?? ''}
          placeholder={words.noPoints}
          min={0}
          max={scale}
          step={step}
          decimalScale={1}
          decimalSeparator=","
          allowedDecimalSeparators={['.', ',']}
          clampBehavior="strict"
          hideControls
          inputMode="decimal"
          size="lg"
          maw={110}
          disabled={disabled}
          onChange={(value) => onGive(typeof value === 'number' ? Math.round(value * 2) / 2 : null)}
        />
        <ActionIcon
          variant="default"
          size={48}
          aria-label={words.more(title)}
          disabled={disabled || (points ?? 0) >= scale}
          onClick={() => give((points ?? 0) + step)}
        >
          +
        </ActionIcon>
      </Group>
      {scale <= mostChips && (
        <Group gap={6}>
          {Array.from({ length: scale + 1 }, (_, value) => (
            <Button
              // biome-ignore lint/suspicious/noArrayIndexKey: the points themselves
              key={value}
              variant={points === value ? 'filled' : 'default'}
              aria-pressed={points === value}
              aria-label={words.exactly(title, value)}
              w={48}
              h={48}
              p={0}
              disabled={disabled}
              onClick={() => onGive(value)}
            >
              {value}
            </Button>
          ))}
        </Group>
      )}
    </Stack>
  );
}
