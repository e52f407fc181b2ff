import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { personWords as words } from '../../../../texts/panel/people.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { ask, client } from '../../client.ts';
import { ConflictDialog, conflictIn } from '../../parts/conflict-dialog.tsx';
import { Problem } from '../../parts/problem.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { type Facts, FactsFields } from './facts-fields.tsx';
import type { PartProps } from './person-page.tsx';

const labels = {
  surname: words.surname,
  name: words.name,
  patronymic: words.patronymic,
  birthYear: words.birthYear,
  phone: words.phone,
};

export function PersonFacts({ card, may, again, version }: PartProps & { version: string }) {
  const [opened, { open, close }] = useDisclosure(false);
  const { birthYear, phone } = card.facts;
  const acts = may.edit && (
    <Button variant="default" size="xs" onClick={open}>
      {words.edit}
    </Button>
  );
  return (
    <SectionCard title={words.facts} acts={acts}>
      <Text>
        {words.birthYear}: {birthYear ?? words.unknown}
      </Text>
      {may.seeContacts ? (
        <Text>
          {words.phone}: {phone ?? words.unknown}
        </Text>
      ) : (
        <Text size="sm" c="dimmed">
          {words.hidden}
        </Text>
      )}
      <Modal
        opened={opened}
        onClose={close}
        title={words.facts}
        closeButtonProps={{ 'aria-label': shellWords.close }}
      >
        {opened && <EditForm card={card} may={may} again={again} version={version} onDone={close} />}
      </Modal>
    </SectionCard>
  );
}

function EditForm({
  card,
  may,
  again,
  version,
  onDone,
}: PartProps & { version: string; onDone: () => void }) {
  const [facts, setFacts] = useState<Facts>(card.facts);
  const saving = useMutation({
    mutationFn: (upon: string) =>
      ask(
        client.PATCH('/api/people/{id}', {
          params: { path: { id: card.id } },
          body: facts,
          headers: { 'if-match': upon },
        }),
      ),
    onSuccess: async () => {
      await again();
      onDone();
    },
  });
  const conflict = conflictIn<Facts>(saving.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(version);
      }}
    >
      <Stack>
        {conflict === null && <Problem error={saving.error} />}
        <FactsFields facts={facts} onChange={setFacts} contacts={may.seeContacts} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {shellWords.cancel}
          </Button>
          <Button type="submit" loading={saving.isPending}>
            {shellWords.save}
          </Button>
        </Group>
      </Stack>
      <ConflictDialog
        conflict={conflict}
        mine={facts}
        labels={labels}
        onKeepMine={(upon) => saving.mutate(upon)}
        onTakeTheirs={() => void again().then(onDone)}
      />
    </form>
  );
}
