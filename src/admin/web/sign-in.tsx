import { Center, Paper, Text, Title } from '@mantine/core';
import { shellWords } from '../../texts/panel/shell.ts';
import type { Self } from './self.ts';

/** The ways in; `self`: signed in, but for the second factor. */
export function SignIn({ self }: { self: Self | null }) {
  return (
    <Center component="main" mih="100vh" p="md">
      <Paper withBorder p="xl" radius="md">
        <Title order={1} size="h2">
          {shellWords.product}
        </Title>
        {self !== null && <Text>{self.name}</Text>}
      </Paper>
    </Center>
  );
}
