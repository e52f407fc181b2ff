import {
  Alert,
  Button,
  Code,
  CopyButton,
  Modal,
  MultiSelect,
  NumberInput,
  Stack,
  TextInput,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { powerNames, tokenWords as words } from '../../../../texts/panel/tokens.ts';
import { ask, client } from '../../client.ts';
import { faultOf, Problem } from '../../parts/problem.tsx';
import { type Power, useSelf } from '../../self.ts';

const usualDays = 90;
const mostDays = 366;

/** Makes a token, and shows it once. */
export function NewToken({ onMade }: { onMade: () => Promise<void> }) {
  const [opened, { open, close }] = useDisclosure(false);
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Power[]>([]);
  const [days, setDays] = useState<number>(usualDays);
  const powers = useSelf().data?.powers ?? [];
  const make = useMutation({
    mutationFn: () => ask(client.POST('/api/tokens', { body: { name, scopes, days } })),
    onSuccess: onMade,
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  const leave = () => {
    close();
    make.reset();
    setName('');
    setScopes([]);
  };
  return (
    <>
      <Button onClick={open}>{words.make}</Button>
      <Modal
        opened={opened}
        onClose={leave}
        title={make.isSuccess ? words.made : words.make}
        closeButtonProps={{ 'aria-label': shellWords.close }}
      >
        {make.data !== undefined ? (
          <Made token={make.data.token} />
        ) : (
          <form onSubmit={send}>
            <Stack>
              <Problem error={make.error} />
              <TextInput
                label={words.name}
                placeholder={words.namePlaceholder}
                value={name}
                onChange={({ currentTarget }) => setName(currentTarget.value)}
                maxLength={60}
                error={faultOf(make.error, 'name')}
                required
                data-autofocus
              />
              <MultiSelect
                label={words.scopes}
                description={words.scopesHint}
                data={powers.map((power) => ({ value: power, label: powerNames[power] }))}
                value={scopes}
                onChange={(chosen) => setScopes(powers.filter((power) => chosen.includes(power)))}
                error={faultOf(make.error, 'scopes')}
                searchable
                clearable
              />
              <NumberInput
                label={words.days}
                value={days}
                onChange={(value) => setDays(Number(value) || usualDays)}
                min={1}
                max={mostDays}
                allowDecimal={false}
              />
              <Button type="submit" loading={make.isPending} disabled={scopes.length === 0}>
                {words.make}
              </Button>
            </Stack>
          </form>
        )}
      </Modal>
    </>
  );
}

function Made({ token }: { token: string }) {
  return (
    <Stack>
      <Alert color="yellow" variant="light">
        {words.madeLead}
      </Alert>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {token}
      </Code>
      <CopyButton value={token}>
        {({ copied, copy }) => <Button onClick={copy}>{copied ? words.copied : words.copy}</Button>}
      </CopyButton>
    </Stack>
  );
}
