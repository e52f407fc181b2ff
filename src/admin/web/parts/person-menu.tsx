import { Button, Menu, Text, useMantineColorScheme } from '@mantine/core';
import { Link } from 'wouter';
import { shellWords as words } from '../../../texts/panel/shell.ts';
import { sessionWords } from '../../../texts/panel/sign-in.ts';
import { useLeave } from '../pages/sign-in/session.ts';
import type { Self } from '../self.ts';

const themes = ['light', 'dark', 'auto'] as const;

/** Whoever looks, and how it looks to them. */
export function PersonMenu({ self }: { self: Self }) {
  const leave = useLeave();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-md" miw={0} px={4} className="person-menu">
          <Text span fw={600} truncate>
            {self.surname} {self.name.slice(0, 1)}.
          </Text>
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
        <Menu.Divider />
        <Menu.Item component={Link} href="/sessions">
          {sessionWords.menu.sessions}
        </Menu.Item>
        <Menu.Item onClick={() => leave.mutate()}>{sessionWords.menu.leave}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
