import { Button, Fieldset, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { firstWords as words } from '../../../../texts/panel/sign-in.ts';
import { ask, client } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { DoorFrame } from './door-frame.tsx';

const empty = {
  surname: '',
  name: '',
  patronymic: '',
  programme: '',
  office: '',
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
};
type Field = keyof typeof empty;

/** The link that makes an administrator, and a programme where there is none. Looking at it spends nothing. */
export function FirstPage({ secret }: { secret: string }) {
  const look = useQuery({
    queryKey: ['administrator-link', secret],
    queryFn: () => ask(client.POST('/api/administrator-links/look', { body: { secret } })),
  });
  return (
    <DoorFrame title={words.title}>
      <Waiting query={look}>{(link) => <Become secret={secret} {...link} />}</Waiting>
    </DoorFrame>
  );
}

type Props = { secret: string; needsProgramme: boolean; isKnown: boolean };

function Become({ secret, needsProgramme, isKnown }: Props) {
  const [typed, setTyped] = useState(empty);
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const open = useMutation({
    mutationFn: () => {
      const { surname, name, patronymic, programme, office, zone } = typed;
      const body = {
        secret,
        administrator: isKnown ? null : { surname, name, patronymic },
        programme: needsProgramme ? { name: programme, timeZone: zone, officeName: office } : null,
      };
      return ask(client.POST('/api/administrator-links/open', { body }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries();
      navigate('/');
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    open.mutate();
  };
  const field = (name: Field) => ({
    label: words[name],
    value: typed[name],
    maxLength: 200,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setTyped((before) => ({ ...before, [name]: value }));
    },
  });
  return (
    <form onSubmit={send}>
      <Stack>
        {isKnown ? words.known : words.lead}
        <Problem error={open.error} />
        {!isKnown && (
          <>
            <TextInput {...field('surname')} required autoComplete="family-name" />
            <TextInput {...field('name')} required autoComplete="given-name" />
            <TextInput {...field('patronymic')} autoComplete="additional-name" />
          </>
        )}
        {needsProgramme && (
          <Fieldset legend={words.programmeTitle}>
            <Stack gap="sm">
              <TextInput {...field('programme')} description={words.programmeHint} required />
              <TextInput {...field('office')} description={words.officeHint} required />
              <Select
                label={words.zone}
                data={Intl.supportedValuesOf('timeZone')}
                value={typed.zone}
                onChange={(zone) => setTyped((before) => ({ ...before, zone: zone ?? before.zone }))}
                searchable
                required
              />
            </Stack>
          </Fieldset>
        )}
        <Button type="submit" loading={open.isPending}>
          {words.become}
        </Button>
      </Stack>
    </form>
  );
}
