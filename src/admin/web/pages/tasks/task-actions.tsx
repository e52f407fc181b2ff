import { List, Modal, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { taskWords } from '../../../../texts/panel/tasks.ts';
import { ask, client } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { Problem } from '../../parts/problem.tsx';
import { say } from '../../parts/say.ts';
import { useMay } from '../../self.ts';
import type { TaskView } from './task-page.tsx';

type Props = { task: TaskView; changed: () => Promise<unknown> };

/** What only whoever runs the programme may do with a task. */
export function TaskActions(props: Props) {
  const may = useMay('tasks:control');
  const { doneAt, waivedAt, withdrawnAt } = props.task;
  if (!may || withdrawnAt !== null) return null;
  if (doneAt !== null || waivedAt !== null) return <Reopen {...props} />;
  return (
    <>
      <Remind {...props} />
      <Waive {...props} />
    </>
  );
}

function Reopen({ task: { id }, changed }: Props) {
  const reopening = useMutation({
    mutationFn: () => ask(client.POST('/api/tasks/{id}/reopening', { params: { path: { id } } })),
    onSuccess: async () => {
      say(taskWords.reopen.done);
      await changed();
    },
  });
  return (
    <ConfirmButton
      variant="default"
      label={taskWords.reopen.label}
      warning={taskWords.reopen.warning}
      confirm={taskWords.reopen.confirm}
      loading={reopening.isPending}
      onConfirm={() => reopening.mutateAsync()}
    >
      <Problem error={reopening.error} />
    </ConfirmButton>
  );
}

function Waive({ task: { id }, changed }: Props) {
  const [reason, setReason] = useState('');
  const waiving = useMutation({
    mutationFn: () =>
      ask(client.POST('/api/tasks/{id}/waiver', { params: { path: { id } }, body: { reason } })),
    onSuccess: async () => {
      say(taskWords.waive.done);
      await changed();
    },
  });
  return (
    <ConfirmButton
      variant="default"
      label={taskWords.waive.label}
      warning={taskWords.waive.warning}
      confirm={taskWords.waive.confirm}
      loading={waiving.isPending}
      onConfirm={() => waiving.mutateAsync()}
    >
      <Textarea
        label={taskWords.waive.reason}
        value={reason}
        required
        maxLength={1000}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Problem error={waiving.error} />
    </ConfirmButton>
  );
}

function Remind({ task: { id }, changed }: Props) {
  const reminding = useMutation({
    mutationFn: () => ask(client.POST('/api/tasks/{id}/reminders', { params: { path: { id } } })),
    onSuccess: changed,
  });
  const { outcomes, title } = taskWords.remind;
  return (
    <>
      <ConfirmButton
        variant="default"
        label={taskWords.remind.label}
        warning={taskWords.remind.warning}
        confirm={taskWords.remind.confirm}
        loading={reminding.isPending}
        onConfirm={() => reminding.mutateAsync()}
      >
        <Problem error={reminding.error} />
      </ConfirmButton>
      <Modal
        opened={reminding.isSuccess}
        onClose={reminding.reset}
        title={title}
        closeButtonProps={{ 'aria-label': shellWords.close }}
      >
        <List>
          {(reminding.data ?? []).map(({ personId, person, outcome }) => (
            <List.Item key={personId}>
              <Text>
                {person ?? personId}: {outcomes[outcome]}
              </Text>
            </List.Item>
          ))}
        </List>
      </Modal>
    </>
  );
}
