import { Button, Center, Loader, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { factorWords as words } from '../../../../texts/panel/sign-in.ts';
import { ask, client } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { CodeForm } from './code-form.tsx';
import { DoorFrame } from './door-frame.tsx';
import { EnrolFactor } from './enrol-factor.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { useLeave, useSession } from './session.ts';

/** The second step: a code of the phone, set up first where it is not yet. */
export function FactorPage() {
  const session = useSession();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const queries = useQueryClient();
  const goIn = () => queries.invalidateQueries();
  if (codes !== null) {
    return (
      <DoorFrame title={words.recoveryTitle} lead={words.recoveryLead}>
        <RecoveryCodes codes={codes} />
        <Button onClick={() => void goIn()}>{words.recoveryKept}</Button>
      </DoorFrame>
    );
  }
  return (
    <Waiting query={session}>
      {({ factor }) =>
        factor === 'enrol' ? (
          <DoorFrame title={words.enrolTitle} lead={words.enrolLead}>
            <EnrolFactor onEnrolled={setCodes} />
            <Leave />
          </DoorFrame>
        ) : factor === 'enter' ? (
          <EnterCode onPassed={goIn} />
        ) : (
          <Center mih="100vh">
            <Loader aria-label={shellWords.loading} role="status" />
          </Center>
        )
      }
    </Waiting>
  );
}

function EnterCode({ onPassed }: { onPassed: () => Promise<void> }) {
  const pass = useMutation({
    mutationFn: (code: string) => ask(client.POST('/api/session/second-factor/pass', { body: { code } })),
    onSuccess: onPassed,
  });
  return (
    <DoorFrame title={words.enterTitle} lead={words.enterLead}>
      <Problem error={pass.error} />
      <CodeForm
        label={words.code}
        button={words.enter}
        loading={pass.isPending}
        onCode={(code) => pass.mutate(code)}
        numeric
      />
      <Text size="sm" c="dimmed">
        {words.lost}
      </Text>
      <Leave />
    </DoorFrame>
  );
}

function Leave() {
  const leave = useLeave();
  return (
    <Button variant="subtle" color="gray" onClick={() => leave.mutate()} loading={leave.isPending}>
      {words.leave}
    </Button>
  );
}
