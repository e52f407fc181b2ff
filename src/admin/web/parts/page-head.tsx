import { Box, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { shellWords } from '../../../texts/panel/shell.ts';

/** The head of a page: what it is, what it is for, what can be done. Names the tab, too. */
export function PageHead({
  title,
  hint,
  children,
}: {
  title: string;
  hint?: ReactNode;
  children?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} — ${shellWords.product}`;
  }, [title]);
  return (
    <Group justify="space-between" align="flex-start" mb="md" wrap="wrap">
      <Box flex="1 1 320px" maw={720}>
        <Title order={1} size="h2">
          {title}
        </Title>
        {hint !== undefined && <Text c="dimmed">{hint}</Text>}
      </Box>
      {children !== undefined && <Group gap="sm">{children}</Group>}
    </Group>
  );
}
