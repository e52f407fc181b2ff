import { Button, Group, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { staffWords as words } from '../../../../texts/panel/staff.ts';
import { roleNames } from '../../../../texts/roles.ts';
import { ask, client } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { InvitationBox } from '../../parts/invitation-box.tsx';
import { Problem } from '../../parts/problem.tsx';
import { AppointForm } from './appoint-form.tsx';
import type { StaffLine } from './staff-page.tsx';

const small = { size: 'xs', variant: 'default' } as const;

/** What an administrator may do with one of the staff. */
export function StaffActions({ line }: { line: StaffLine }) {
  const { personId, seats, enrolled, sessions } = line;
  const path = { params: { path: { id: personId } } };
  const dismiss = useChange((id: string) =>
    ask(client.DELETE('/api/staff/seats/{id}', { params: { path: { id } } })),
  );
  const reset = useChange(() => ask(client.DELETE('/api/staff/{id}/second-factor', path)), words.resetDone);
  const end = useChange(() => ask(client.DELETE('/api/staff/{id}/sessions', path)), words.ended);
  return (
    <>
      <Problem error={dismiss.error ?? reset.error ?? end.error} />
      <Group gap={6}>
        <AppointForm person={line} />
        <Invite personId={personId} />
        {seats.map(({ id, role }) => (
          <ConfirmButton
            key={id}
            {...small}
            label={words.dismiss(roleNames[role as keyof typeof roleNames] ?? role)}
            warning={words.dismissWarning}
            confirm={words.dismissWord}
            onConfirm={() => dismiss.mutateAsync(id)}
          />
        ))}
        {enrolled && (
          <ConfirmButton
            {...small}
            label={words.reset}
            warning={words.resetWarning}
            confirm={words.resetWord}
            onConfirm={() => reset.mutateAsync('')}
          />
        )}
        {sessions > 0 && (
          <ConfirmButton
            {...small}
            label={words.endSessions}
            warning={words.endWarning}
            confirm={words.endSessions}
            onConfirm={() => end.mutateAsync('')}
          />
        )}
      </Group>
    </>
  );
}

function useChange(change: (id: string) => Promise<unknown>, said?: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      if (said !== undefined) notifications.show({ message: said });
      await queries.invalidateQueries({ queryKey: ['staff'] });
    },
  });
}

function Invite({ personId }: { personId: string }) {
  const invite = useMutation({
    mutationFn: () => ask(client.POST('/api/staff/{id}/invitation', { params: { path: { id: personId } } })),
  });
  return (
    <>
      <Button {...small} onClick={() => invite.mutate()} loading={invite.isPending}>
        {words.invite}
      </Button>
      <Problem error={invite.error} />
      <Modal
        opened={invite.data !== undefined}
        onClose={invite.reset}
        title={words.invite}
        closeButtonProps={{ 'aria-label': shellWords.close }}
      >
        {invite.data !== undefined && (
          <InvitationBox
            lead={words.inviteLead}
            codeLabel={words.code}
            noLink={words.noLink}
            invitation={invite.data}
          />
        )}
      </Modal>
    </>
  );
}
