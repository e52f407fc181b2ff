import { Button, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Role } from '../../../../domain/people/person.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { staffWords as words } from '../../../../texts/panel/staff.ts';
import { ask, client, newKey } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';
import { staffRoleOptions } from './role-options.ts';

const empty = { surname: '', name: '', patronymic: '' };

/** Appoints somebody new, or `person` to one role more. */
export function AppointForm({ person }: { person: { personId: string } | null }) {
  const [opened, { open, close }] = useDisclosure(false);
  const label = person === null ? words.appoint : words.addRole;
  return (
    <>
      <Button onClick={open} {...(person !== null && { size: 'xs', variant: 'default' })}>
        {label}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={label}
        closeButtonProps={{ 'aria-label': shellWords.close }}
      >
        {opened && <Form person={person} onDone={close} />}
      </Modal>
    </>
  );
}

function Form({ person, onDone }: { person: { personId: string } | null; onDone: () => void }) {
  const [names, setNames] = useState(empty);
  const [role, setRole] = useState<Role | null>(null);
  const [organizationId, setOrganizationId] = useState<string | null>(null);
  const [key] = useState(newKey);
  const queries = useQueryClient();
  const organizations = useOrganizations();
  const appoint = useMutation({
    mutationFn: () => {
      const post = { role: role ?? 'curator', organizationId: organizationId ?? '' };
      const body = person === null ? { ...post, names } : { ...post, personId: person.personId };
      return ask(client.POST('/api/staff', { body, headers: { 'idempotency-key': key } }));
    },
    onSuccess: async () => {
      notifications.show({ message: words.appointed });
      await queries.invalidateQueries({ queryKey: ['staff'] });
      onDone();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    appoint.mutate();
  };
  return (
    <form onSubmit={send}>
      <Stack>
        <Problem error={appoint.error} />
        {person === null && (
          <>
            <Text size="sm">{words.appointLead}</Text>
            {(['surname', 'name', 'patronymic'] as const).map((field) => (
              <TextInput
                key={field}
                label={words[field]}
                value={names[field]}
                onChange={({ currentTarget: { value } }) =>
                  setNames((before) => ({ ...before, [field]: value }))
                }
                maxLength={100}
                required={field !== 'patronymic'}
              />
            ))}
          </>
        )}
        <Select label={words.role} data={staffRoleOptions} value={role} onChange={setRole} required />
        <Select
          label={words.organization}
          data={organizations}
          value={organizationId}
          onChange={setOrganizationId}
          searchable
          required
        />
        <Button type="submit" loading={appoint.isPending} disabled={role === null || organizationId === null}>
          {words.save}
        </Button>
      </Stack>
    </form>
  );
}

/** A city has fewer than a page of them holds. */
function useOrganizations(): { value: string; label: string }[] {
  const { data } = useQuery({
    queryKey: ['organizations', 'choice'],
    queryFn: () => ask(client.GET('/api/organizations', { params: { query: { size: 100, sort: 'name' } } })),
  });
  return (data?.items ?? []).map(({ id, shortName }) => ({ value: id, label: shortName }));
}
