import { Button, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { factorWords, sessionWords as words } from '../../../../texts/panel/sign-in.ts';
import { ask, client } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { CodeForm } from '../sign-in/code-form.tsx';
import { EnrolFactor } from '../sign-in/enrol-factor.tsx';
import { RecoveryCodes } from '../sign-in/recovery-codes.tsx';
import { useSession } from '../sign-in/session.ts';

/** The program on the phone: whether it is set up, and new recovery codes. */
export function FactorCard() {
  const session = useSession();
  const queries = useQueryClient();
  const [opened, setOpened] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const close = () => {
    setOpened(false);
    setCodes(null);
    void queries.invalidateQueries({ queryKey: ['session'] });
  };
  return (
    <Paper withBorder p="md" radius="md" flex="1 1 300px">
      <Stack gap="xs">
        <Title order={2} size="h4">
          {words.factor}
        </Title>
        <Waiting query={session}>
          {({ factor, recoveryLeft, sandbox }) => (
            <>
              <Text>
                {factor === 'passed'
                  ? words.factorPassed(recoveryLeft)
                  : sandbox
                    ? words.factorSandbox
                    : words.factorNone}
              </Text>
              <Button variant="default" onClick={() => setOpened(true)}>
                {factor === 'passed' ? words.renew : words.enrol}
              </Button>
              <Modal
                opened={opened}
                onClose={close}
                title={codes === null ? words.factor : factorWords.recoveryTitle}
                closeButtonProps={{ 'aria-label': shellWords.close }}
              >
                {codes !== null ? (
                  <Stack>
                    <Text size="sm">{factorWords.recoveryLead}</Text>
                    <RecoveryCodes codes={codes} />
                    <Button onClick={close}>{factorWords.recoveryKept}</Button>
                  </Stack>
                ) : factor === 'passed' ? (
                  <Renew onRenewed={setCodes} />
                ) : (
                  <EnrolFactor onEnrolled={setCodes} />
                )}
              </Modal>
            </>
          )}
        </Waiting>
      </Stack>
    </Paper>
  );
}

function Renew({ onRenewed }: { onRenewed: (codes: readonly string[]) => void }) {
  const renew = useMutation({
    mutationFn: (code: string) => ask(client.POST('/api/session/recovery-codes', { body: { code } })),
    onSuccess: ({ recoveryCodes }) => onRenewed(recoveryCodes),
  });
  return (
    <Stack>
      <Problem error={renew.error} />
      <CodeForm
        label={factorWords.enterTitle}
        button={words.renew}
        loading={renew.isPending}
        onCode={(code) => renew.mutate(code)}
        numeric
      />
    </Stack>
  );
}
