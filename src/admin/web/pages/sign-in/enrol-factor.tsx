import { Button, Code, Image, List, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { factorWords as words } from '../../../../texts/panel/sign-in.ts';
import { ask, client } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';
import { CodeForm } from './code-form.tsx';

/** Sets up the program on the phone. `onEnrolled` gets the recovery codes, which are shown once. */
export function EnrolFactor({ onEnrolled }: { onEnrolled: (codes: readonly string[]) => void }) {
  const enrol = useMutation({ mutationFn: () => ask(client.POST('/api/session/second-factor')) });
  const confirm = useMutation({
    mutationFn: (code: string) => ask(client.POST('/api/session/second-factor/confirm', { body: { code } })),
    onSuccess: ({ recoveryCodes }) => onEnrolled(recoveryCodes),
  });
  return (
    <Stack>
      <List type="ordered" size="sm">
        {words.enrolSteps.map((step) => (
          <List.Item key={step}>{step}</List.Item>
        ))}
      </List>
      <Problem error={enrol.error ?? confirm.error} />
      {enrol.data === undefined ? (
        <Button onClick={() => enrol.mutate()} loading={enrol.isPending}>
          {words.begin}
        </Button>
      ) : (
        <>
          <Image
            src={`data:image/svg+xml,${encodeURIComponent(enrol.data.qr)}`}
            alt={words.qrAlt}
            w={200}
            h={200}
            mx="auto"
            radius="sm"
          />
          <div>
            <Text size="sm">{words.secret}</Text>
            <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
              {enrol.data.secret.replace(/(.{4})(?=.)/g, '$1 ')}
            </Code>
          </div>
          <CodeForm
            label={words.code}
            button={words.confirm}
            loading={confirm.isPending}
            onCode={(code) => confirm.mutate(code)}
            numeric
          />
        </>
      )}
    </Stack>
  );
}
