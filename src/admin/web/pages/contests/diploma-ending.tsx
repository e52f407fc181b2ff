import { Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { diplomaLimits } from '../../../../domain/diplomas/diploma-desk.ts';
import { diplomaWords as words } from '../../../../texts/panel/diplomas.ts';
import { ask, client, newKey } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { Problem } from '../../parts/problem.tsx';
import { type DiplomaLine, useAwardsRefresh } from './award-types.ts';

type Props = { line: DiplomaLine; contestId: string; onOrdered: (errandId: string) => void };

/** A paper with a slip in it is revoked, or given anew. */
export function DiplomaEnding({ line: { id, number, state }, contestId, onOrdered }: Props) {
  const [reason, setReason] = useState('');
  const refresh = useAwardsRefresh(contestId);
  const params = { path: { id } };
  const revoking = useMutation({
    mutationFn: () => ask(client.POST('/api/diplomas/{id}/revocation', { params, body: { reason } })),
    onSettled: refresh,
  });
  const renewing = useMutation({
    mutationFn: () =>
      ask(
        client.POST('/api/diplomas/{id}/successor', {
          params,
          headers: { 'idempotency-key': newKey() },
          body: { reason },
        }),
      ),
    onSuccess: (errand) => onOrdered(errand.id),
    onSettled: refresh,
  });
  const why = (error: unknown) => (
    <>
      <Problem error={error} />
      <TextInput
        label={words.reason}
        required
        maxLength={diplomaLimits.reason}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </>
  );
  if (state === 'revoked') return null;
  return (
    <Group gap="xs">
      <ConfirmButton
        size="compact-sm"
        variant="default"
        aria-label={words.revokeOf(number)}
        label={words.revoke}
        warning={words.revokeWarning}
        confirm={words.revoke}
        loading={revoking.isPending}
        onConfirm={() => revoking.mutateAsync()}
      >
        {why(revoking.error)}
      </ConfirmButton>
      <ConfirmButton
        size="compact-sm"
        variant="default"
        aria-label={words.renewOf(number)}
        label={words.renew}
        warning={words.renewWarning}
        confirm={words.renew}
        loading={renewing.isPending}
        onConfirm={() => renewing.mutateAsync()}
      >
        {why(renewing.error)}
      </ConfirmButton>
    </Group>
  );
}
