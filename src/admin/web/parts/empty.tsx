import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** Nothing is here yet: says what would be, and offers the next step. */
export function Empty({ title, hint, children }: { title: string; hint?: ReactNode; children?: ReactNode }) {
  return (
    <Paper withBorder p="xl" radius="md">
      <Stack align="center" gap="xs">
        <Title order={2} size="h4" ta="center">
          {title}
        </Title>
        {hint !== undefined && (
          <Text c="dimmed" ta="center" maw={560}>
            {hint}
          </Text>
        )}
        {children}
      </Stack>
    </Paper>
  );
}
