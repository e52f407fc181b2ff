import { Fieldset, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** A part of the settings with one line that says what it is for. */
export function SettingsPart({
  title,
  hint,
  children,
}: {
  title: string;
  hint: string;
  children: ReactNode;
}) {
  return (
    <Fieldset legend={title}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
        {children}
      </Stack>
    </Fieldset>
  );
}
