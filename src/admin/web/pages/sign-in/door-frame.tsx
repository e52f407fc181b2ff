import { Center, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { shellWords } from '../../../../texts/panel/shell.ts';

/** What is shown to whoever is not in yet. */
export function DoorFrame({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} — ${shellWords.product}`;
  }, [title]);
  return (
    <Center component="main" mih="100vh" p="md">
      <Paper withBorder p="lg" radius="md" maw={560} w="100%">
        <Stack>
          <div>
            <Text c="dimmed" size="sm">
              {shellWords.product}
            </Text>
            <Title order={1} size="h2">
              {title}
            </Title>
          </div>
          {lead !== undefined && <Text>{lead}</Text>}
          {children}
        </Stack>
      </Paper>
    </Center>
  );
}
