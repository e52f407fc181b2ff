import { Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Day } from '../../../../domain/calendar/day.ts';
import { type MentoringForm, mentoringForms } from '../../../../domain/registration/forms.ts';
import { formText, proposeWords as words } from '../../../../texts/panel/pairs.ts';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { ask, client, newKey } from '../../client.ts';
import { faultOf, Problem } from '../../parts/problem.tsx';
import { useSelf } from '../../self.ts';
import { pairNames } from './names.ts';
import { useRenewPairs } from './pair-data.ts';

type Names = { id: string; surname: string; name: string; patronymic: string };

export type Proposed = {
  mentor: Names;
  mentees: readonly Names[];
  form: MentoringForm;
  /** Who learns is a pupil: other forms fit. */
  pupil: boolean;
};

type Props = { onClose: () => void; onSent: (pairId: string) => void };

/** The last words before two people are asked: how, how long, what for. */
export function ProposeDialog({ proposed, ...props }: Props & { proposed: Proposed | null }) {
  return (
    <Modal
      opened={proposed !== null}
      onClose={props.onClose}
      title={words.title}
      closeButtonProps={{ 'aria-label': shellWords.close }}
    >
      {proposed !== null && <ProposeForm proposed={proposed} {...props} />}
    </Modal>
  );
}

export function ProposeForm({ proposed, onClose, onSent }: Props & { proposed: Proposed }) {
  const today = useSelf().data?.today ?? '2022-09-01';
  const [draft, setDraft] = useState({
    form: proposed.form,
    fromOn: today,
    toOn: schoolYearEnd(today),
    goal: '',
  });
  const sending = usePropose(proposed, draft, onSent);
  const set = (changed: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...changed }));
  return (
    <Stack>
      <Text fw={600}>{pairNames(proposed)}</Text>
      <Text size="sm">{words.hint}</Text>
      <Problem error={sending.error} />
      <Select
        label={words.form}
        allowDeselect={false}
        value={draft.form}
        data={mentoringForms
          .filter((form) => form.endsWith('-pupil') === proposed.pupil)
          .map((value) => ({ value, label: formText(value) }))}
        onChange={(value) => set({ form: (value ?? draft.form) as MentoringForm })}
      />
      <Group grow>
        <TextInput
          type="date"
          label={words.from}
          value={draft.fromOn}
          error={faultOf(sending.error, 'fromOn')}
          onChange={({ currentTarget }) => set({ fromOn: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={words.to}
          value={draft.toOn}
          error={faultOf(sending.error, 'toOn')}
          onChange={({ currentTarget }) => set({ toOn: currentTarget.value })}
        />
      </Group>
      <Textarea
        label={words.goal}
        description={words.goalHint}
        value={draft.goal}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={({ currentTarget }) => set({ goal: currentTarget.value })}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {shellWords.cancel}
        </Button>
        <Button loading={sending.isPending} onClick={() => sending.mutate()}>
          {words.send}
        </Button>
      </Group>
    </Stack>
  );
}

type Draft = { form: MentoringForm; fromOn: Day; toOn: Day; goal: string };

function usePropose({ mentor, mentees }: Proposed, draft: Draft, onSent: Props['onSent']) {
  const renew = useRenewPairs();
  // The same one when it is tried again: nobody is proposed twice.
  const key = useRef(newKey());
  return useMutation({
    mutationFn: () =>
      ask(
        client.POST('/api/pairs', {
          headers: { 'idempotency-key': key.current },
          body: {
            ...draft,
            mentorId: mentor.id,
            menteeIds: mentees.map(({ id }) => id),
            organizationId: null,
          },
        }),
      ),
    onSuccess: async ({ id }) => {
      notifications.show({ message: words.sent });
      await renew();
      onSent(id);
    },
  });
}

/** 31 May of the school year that the day is in. */
function schoolYearEnd(day: Day): Day {
  const year = Number(day.slice(0, 4));
  return `${day.slice(5) > '05-31' ? year + 1 : year}-05-31`;
}
