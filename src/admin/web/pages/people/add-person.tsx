import { Button, Group, Modal, NativeSelect, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { peopleWords } from '../../../../texts/panel/people.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { roleNames } from '../../../../texts/roles.ts';
import { ask, client, newKey } from '../../client.ts';
import { OrganizationSelect } from '../../parts/organization-select.tsx';
import { Problem } from '../../parts/problem.tsx';
import { useSelf } from '../../self.ts';
import { type Facts, FactsFields, noFacts } from './facts-fields.tsx';

const ofCity = ['mentor', 'mentee', 'curator', 'deputy-head', 'head', 'association-head'] as const;
const ofOrganization = ['mentor', 'mentee', 'association-head'] as const;

/** Enters somebody with what they come for. */
export function AddPerson() {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button onClick={open}>{peopleWords.add}</Button>
      <Modal
        opened={opened}
        onClose={close}
        title={peopleWords.add}
        closeButtonProps={{ 'aria-label': shellWords.close }}
      >
        {opened && <AddForm onCancel={close} />}
      </Modal>
    </>
  );
}

function AddForm({ onCancel }: { onCancel: () => void }) {
  const [key] = useState(newKey);
  const [facts, setFacts] = useState<Facts>(noFacts);
  const [role, setRole] = useState<(typeof ofCity)[number]>('mentor');
  const [organizationId, setOrganization] = useState<string | null>(null);
  const [, go] = useLocation();
  const queries = useQueryClient();
  const wholeCity = useSelf().data?.wholeCity ?? false;
  const adding = useMutation({
    mutationFn: (place: string) =>
      ask(
        client.POST('/api/people', {
          body: { ...facts, role, organizationId: place },
          headers: { 'idempotency-key': key },
        }),
      ),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['people'] });
      go(`/people/${id}`);
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (organizationId !== null) adding.mutate(organizationId);
      }}
    >
      <Stack>
        <Problem error={adding.error} />
        <FactsFields facts={facts} onChange={setFacts} contacts />
        <NativeSelect
          label={peopleWords.role}
          value={role}
          data={(wholeCity ? ofCity : ofOrganization).map((value) => ({ value, label: roleNames[value] }))}
          onChange={({ currentTarget }) => setRole(currentTarget.value as typeof role)}
        />
        <OrganizationSelect
          label={peopleWords.organization}
          value={organizationId}
          onChange={setOrganization}
          required
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {shellWords.cancel}
          </Button>
          <Button type="submit" loading={adding.isPending}>
            {shellWords.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
