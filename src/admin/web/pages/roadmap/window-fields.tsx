import { Button, Group, Stack, TextInput } from '@mantine/core';
import { draftWords as words } from '../../../../texts/panel/roadmap.ts';

type Window = { from: string | null; to: string };
type Props = { windows: Window[]; change: (windows: Window[]) => void };

/** Windows by their days; the first day may be left out: «до …». */
export function WindowFields({ windows, change }: Props) {
  const set = (at: number, window: Window) =>
    change(windows.map((each, index) => (index === at ? window : each)));
  return (
    <Stack gap="xs">
      {windows.map((window, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: windows have nothing else to be told by while they are typed
        <Group key={at} align="flex-end">
          <TextInput
            type="date"
            label={words.windowFrom}
            value={window.from ?? ''}
            onChange={({ currentTarget }) => set(at, { ...window, from: currentTarget.value || null })}
          />
          <TextInput
            type="date"
            label={words.windowTo}
            value={window.to}
            required
            onChange={({ currentTarget }) => set(at, { ...window, to: currentTarget.value })}
          />
          <Button
            variant="subtle"
            color="red"
            onClick={() => change(windows.filter((_, index) => index !== at))}
          >
            {words.removeWindow}
          </Button>
        </Group>
      ))}
      <Group>
        <Button variant="default" size="xs" onClick={() => change([...windows, { from: null, to: '' }])}>
          {words.addWindow}
        </Button>
      </Group>
    </Stack>
  );
}
