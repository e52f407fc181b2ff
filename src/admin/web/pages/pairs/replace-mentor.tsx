import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { proposeWords, pairCardWords as words } from '../../../../texts/panel/pairs.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { ask, client, newKey } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';
import { useSelf } from '../../self.ts';
import { MentorSelect } from './new-pair-page.tsx';
import { type MentorRow, type PairView, useRenewPairs } from './pair-data.ts';

/** Another mentor for the mentees of a live pair. */
export function ReplaceMentor({ pair }: { pair: PairView['card'] }) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={open}>
        {words.replace}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={words.replace}
        closeButtonProps={{ 'aria-label': shellWords.close }}
      >
        <ReplaceForm pairId={pair.id} onClose={close} />
      </Modal>
    </>
  );
}

function ReplaceForm({ pairId, onClose }: { pairId: string; onClose: () => void }) {
  const [, go] = useLocation();
  const today = useSelf().data?.today ?? '';
  const [mentor, setMentor] = useState<MentorRow | null>(null);
  const [fromOn, setFromOn] = useState(today);
  const renew = useRenewPairs();
  const key = useRef(newKey());
  const replacing = useMutation({
    mutationFn: (mentorId: string) =>
      ask(
        client.POST('/api/pairs/{id}/replacement', {
          params: { path: { id: pairId } },
          headers: { 'idempotency-key': key.current },
          body: { mentorId, fromOn },
        }),
      ),
    onSuccess: async ({ id }) => {
      await renew();
      onClose();
      go(`/pairs/${id}`);
    },
  });
  return (
    <Stack>
      <Text>{words.replaceHint}</Text>
      <Problem error={replacing.error} />
      <MentorSelect chosen={mentor} onChoose={setMentor} />
      <TextInput
        type="date"
        label={proposeWords.from}
        value={fromOn}
        onChange={({ currentTarget }) => setFromOn(currentTarget.value)}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {shellWords.cancel}
        </Button>
        <Button
          disabled={mentor === null}
          loading={replacing.isPending}
          onClick={() => mentor !== null && replacing.mutate(mentor.id)}
        >
          {proposeWords.send}
        </Button>
      </Group>
    </Stack>
  );
}
