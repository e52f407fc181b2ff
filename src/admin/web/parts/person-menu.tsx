import { Button, Menu, useMantineColorScheme } from '@mantine/core';
import { shellWords as words } from '../../../texts/panel/shell.ts';
import type { Self } from '../self.ts';

const themes = ['light', 'dark', 'auto'] as const;

/** Whoever looks, and how it looks to them. */
export function PersonMenu({ self }: { self: Self }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-md" miw={0}>
          {self.surname} {self.name.slice(0, 1)}.
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.themeLabel}</Menu.Label>
        {themes.map((theme) => (
          <Menu.Item
            key={theme}
            onClick={() => setColorScheme(theme)}
            rightSection={colorScheme === theme ? '✓' : null}
          >
            {words.theme[theme]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
