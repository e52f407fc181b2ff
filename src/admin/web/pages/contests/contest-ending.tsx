import { Group, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { endingWords as words } from '../../../../texts/panel/contest-overview.ts';
import { ask, client } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { Problem } from '../../parts/problem.tsx';
import { type Contest, useContestRefresh } from './contest-types.ts';

/** Calling it off, laying it away, throwing a draft away. */
export function ContestEnding({ contest: { id, may } }: { contest: Contest }) {
  const [, go] = useLocation();
  const refresh = useContestRefresh(id);
  const params = { path: { id } };
  const archiving = useMutation({
    mutationFn: () => ask(client.POST('/api/contests/{id}/archive', { params })),
    onSuccess: refresh,
  });
  const removing = useMutation({
    mutationFn: () => ask(client.DELETE('/api/contests/{id}', { params })),
    onSuccess: () => go('/contests'),
  });
  return (
    <Group>
      <Problem error={archiving.error ?? removing.error} />
      {may.archive && (
        <ConfirmButton
          label={words.archive}
          warning={words.archiveWarning}
          confirm={words.archiveConfirm}
          variant="default"
          onConfirm={() => archiving.mutateAsync()}
        />
      )}
      {may.cancel && <CancelContest id={id} />}
      {may.remove && (
        <ConfirmButton
          label={words.remove}
          warning={words.removeWarning}
          confirm={words.removeConfirm}
          variant="subtle"
          color="red"
          onConfirm={() => removing.mutateAsync()}
        />
      )}
    </Group>
  );
}

function CancelContest({ id }: { id: string }) {
  const [reason, setReason] = useState('');
  const refresh = useContestRefresh(id);
  const cancelling = useMutation({
    mutationFn: () =>
      ask(client.POST('/api/contests/{id}/cancel', { params: { path: { id } }, body: { reason } })),
    onSuccess: refresh,
  });
  return (
    <ConfirmButton
      label={words.cancel}
      warning={words.cancelWarning}
      confirm={words.cancelConfirm}
      variant="subtle"
      color="red"
      onConfirm={() => cancelling.mutateAsync()}
    >
      <Problem error={cancelling.error} />
      <Textarea
        label={words.reason}
        required
        maxLength={500}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </ConfirmButton>
  );
}
