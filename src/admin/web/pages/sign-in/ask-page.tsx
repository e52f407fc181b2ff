import { Alert, Button, Group, Image, List, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { signInWords as words } from '../../../../texts/panel/sign-in.ts';
import type { paths } from '../../api-types.ts';
import { ask, client } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';
import { selfKey } from '../../self.ts';
import { CodeForm } from './code-form.tsx';
import { DoorFrame } from './door-frame.tsx';

type Begun = paths['/api/sign-ins']['post']['responses'][201]['content']['application/json'];
const lookEveryMs = 2000;

/** Asks to sign in; then shows the digits until the chat has answered. */
export function AskPage() {
  const [begun, setBegun] = useState<Begun | null>(null);
  const begin = useMutation({
    mutationFn: () => ask(client.POST('/api/sign-ins')),
    onSuccess: setBegun,
  });
  return (
    <DoorFrame title={words.title} lead={begun === null ? words.lead : undefined}>
      <Problem error={begin.error} />
      {begun === null ? (
        <Button onClick={() => begin.mutate()} loading={begin.isPending}>
          {words.begin}
        </Button>
      ) : (
        <Waiting begun={begun} again={() => begin.mutate()} />
      )}
    </DoorFrame>
  );
}

function Waiting({ begun, again }: { begun: Begun; again: () => void }) {
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ['sign-in', begun.digits, begun.expiresAt],
    queryFn: () => ask(client.GET('/api/sign-ins/current')),
    refetchInterval: ({ state }) => (state.data?.state === 'over' ? false : lookEveryMs),
  });
  const enter = useMutation({
    mutationFn: (code: string) => ask(client.POST('/api/sign-ins/current/open', { body: { code } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: selfKey }),
  });
  const state = data?.state ?? 'waiting';
  useEffect(() => {
    // The link may have been opened in another tab of this browser.
    if (state === 'over') void queries.invalidateQueries({ queryKey: selfKey });
  }, [state, queries]);
  return (
    <Stack>
      {state !== 'over' && <Digits digits={begun.digits} />}
      <Text role="status" fw={600}>
        {words.states[state]}
      </Text>
      {(state === 'waiting' || state === 'taken') && <Bots begun={begun} />}
      {state === 'offered' && (
        <>
          <Problem error={enter.error} />
          <CodeForm
            label={words.code}
            button={words.enter}
            loading={enter.isPending}
            onCode={(code) => enter.mutate(code)}
          />
        </>
      )}
      {state === 'over' ? (
        <Button onClick={again}>{words.beginAgain}</Button>
      ) : (
        <Alert color="yellow" variant="light">
          {words.warning}
        </Alert>
      )}
    </Stack>
  );
}

function Digits({ digits }: { digits: string }) {
  return (
    <div>
      <Text c="dimmed" size="sm" ta="center">
        {words.digits}
      </Text>
      <Text
        ta="center"
        fz={88}
        fw={800}
        lh={1.1}
        role="img"
        aria-label={words.digitsLabel(digits)}
        style={{ letterSpacing: '0.1em', fontVariantNumeric: 'tabular-nums' }}
      >
        {digits}
      </Text>
    </div>
  );
}

function Bots({ begun: { bots, digits, sandbox } }: { begun: Begun }) {
  const open = bots.flatMap((bot) =>
    bot.link === null || bot.qr === null ? [] : [{ ...bot, link: bot.link, qr: bot.qr }],
  );
  if (sandbox) return <Text>{words.sandbox(digits)}</Text>;
  if (open.length === 0) return <Alert color="red">{words.noBots}</Alert>;
  return (
    <>
      <List type="ordered" size="sm">
        {words.steps.map((step) => (
          <List.Item key={step}>{step}</List.Item>
        ))}
      </List>
      <SimpleGrid cols={{ base: 1, xs: open.length }}>
        {open.map(({ platform, name, link, qr }) => (
          <Stack key={platform} align="center" gap="xs">
            <Image
              src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
              alt={words.qrAlt(name)}
              w={170}
              h={170}
              radius="sm"
            />
            <Button component="a" href={link} target="_blank" rel="noreferrer" variant="light">
              {words.openBot(name)}
            </Button>
          </Stack>
        ))}
      </SimpleGrid>
      <Group gap="xs">
        <Text size="sm">{words.byHand(digits)}</Text>
        <Text size="sm" c="dimmed">
          {words.minutes}
        </Text>
      </Group>
    </>
  );
}
