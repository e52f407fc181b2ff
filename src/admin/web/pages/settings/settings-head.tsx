import { Anchor, Group } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import { settingsWords as words } from '../../../../texts/panel/settings.ts';
import { PageHead } from '../../parts/page-head.tsx';

const tabs = [
  { path: '/settings', label: words.tabs.programme },
  { path: '/settings/reminders', label: words.tabs.rules },
  { path: '/settings/holidays', label: words.tabs.holidays },
  { path: '/settings/consents', label: words.tabs.consents },
] as const;

/** The head of each page of settings, with the way to the others. */
export function SettingsHead({ title, hint }: { title: string; hint: string }) {
  const [location] = useLocation();
  return (
    <>
      <PageHead title={title} hint={hint} />
      <Group component="nav" aria-label={words.sections} gap="md" mb="md">
        {tabs.map(({ path, label }) => (
          <Anchor
            key={path}
            component={Link}
            href={path}
            underline={location === path ? 'always' : 'hover'}
            fw={location === path ? 700 : 400}
            aria-current={location === path ? 'page' : undefined}
          >
            {label}
          </Anchor>
        ))}
      </Group>
    </>
  );
}
