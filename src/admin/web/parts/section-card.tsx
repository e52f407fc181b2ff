import { Group, Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A part of a page with a heading of its own and what can be done there. */
export function SectionCard({
  title,
  acts,
  children,
}: {
  title: string;
  acts?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Paper component="section" withBorder p="md" radius="md">
      <Group justify="space-between" mb="xs" wrap="wrap">
        <Title order={2} size="h4">
          {title}
        </Title>
        {acts !== undefined && <Group gap="xs">{acts}</Group>}
      </Group>
      <Stack gap="xs">{children}</Stack>
    </Paper>
  );
}
