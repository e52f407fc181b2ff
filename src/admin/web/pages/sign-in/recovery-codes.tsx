import { Button, Code, CopyButton, Group, SimpleGrid } from '@mantine/core';
import { factorWords as words } from '../../../../texts/panel/sign-in.ts';

/** Shown once: there is nowhere to read them again. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <SimpleGrid cols={2} spacing="xs">
        {codes.map((code) => (
          <Code key={code} fz="md" ta="center">
            {code}
          </Code>
        ))}
      </SimpleGrid>
      <Group>
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? words.copied : words.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
    </>
  );
}
