import { AppShell, Burger, Center, Group, Loader, NavLink, ScrollArea, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense, useEffect } from 'react';
import { Link, Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { shellWords as words } from '../../texts/panel/shell.ts';
import { ProblemError } from './client.ts';
import { menuOf } from './menu.ts';
import { Empty } from './parts/empty.tsx';
import { PersonMenu } from './parts/person-menu.tsx';
import { Problem } from './parts/problem.tsx';
import { sections } from './sections.tsx';
import { type Self, useSelf } from './self.ts';
import { SignIn } from './sign-in.tsx';

/** The panel: whoever has not signed in does that first. */
export function App() {
  return (
    <Router base="/panel">
      <Door />
    </Router>
  );
}

function Door() {
  const self = useSelf();
  if (self.data?.trusted) return <Frame self={self.data} />;
  if (self.data !== undefined) return <SignIn self={self.data} />;
  if (self.error instanceof ProblemError && self.error.problem.status === 401) return <SignIn self={null} />;
  if (self.isError) return <Problem error={self.error} again={() => void self.refetch()} />;
  return <Pending />;
}

function Frame({ self }: { self: Self }) {
  const [opened, { toggle, close }] = useDisclosure(false);
  const [location] = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu and is read from its beginning
  useEffect(() => {
    close();
    window.scrollTo(0, 0);
  }, [location, close]);
  const mine = sections.filter(({ power }) => power === 'self' || self.powers.includes(power));
  const menu = menuOf(mine);
  const first = menu[0]?.lines[0]?.path ?? '/api';
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 250, breakpoint: 'md', collapsed: { mobile: !opened } }}
      padding="md"
      transitionDuration={0}
    >
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group wrap="nowrap" gap="sm">
            <Burger opened={opened} onClick={toggle} hiddenFrom="md" size="sm" aria-label={words.menu} />
            <Text fw={700}>{words.product}</Text>
            <Text c="dimmed" size="sm" truncate visibleFrom="sm">
              {self.programme.name}
            </Text>
          </Group>
          <PersonMenu self={self} />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={words.sections}>
        <ScrollArea>
          {menu.map(({ words: name, lines }) => (
            <div key={name}>
              <Text size="xs" c="dimmed" fw={600} px="sm" pt="sm" pb={4}>
                {name}
              </Text>
              {lines.map((line) => (
                <MenuLine key={line.path} {...line} location={location} />
              ))}
            </div>
          ))}
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <Suspense fallback={<Pending />}>
          <Switch>
            {mine.map(({ path, page }) => (
              <Route key={path} path={path} component={page} />
            ))}
            <Route path="/sign-in/*?">
              <Redirect to={first} />
            </Route>
            <Route path="/first/*?">
              <Redirect to={first} />
            </Route>
            <Route path="/">
              <Redirect to={first} />
            </Route>
            <Route>
              <Empty title={words.notFound} />
            </Route>
          </Switch>
        </Suspense>
      </AppShell.Main>
    </AppShell>
  );
}

function MenuLine({ path, words: label, location }: { path: string; words: string; location: string }) {
  const active = location === path || location.startsWith(`${path}/`);
  return (
    <NavLink
      component={Link}
      href={path}
      label={label}
      active={active}
      py={6}
      aria-current={active ? 'page' : undefined}
    />
  );
}

function Pending() {
  return (
    <Center mih={240}>
      <Loader aria-label={words.loading} role="status" />
    </Center>
  );
}
