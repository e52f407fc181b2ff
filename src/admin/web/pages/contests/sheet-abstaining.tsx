import { Alert, Button, Radio, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Abstention, abstentions } from '../../../../domain/contests/judging.ts';
import { judgingWords as words } from '../../../../texts/panel/judging.ts';
import { ask, client } from '../../client.ts';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { SheetMarks } from './judging-types.ts';

type Props = {
  entryId: string;
  abstained: Abstention | null;
  onChanged: (marks: SheetMarks) => Promise<void>;
};

/** Says that one can not judge this work, or that one does after all. */
export function AbstainButton({ entryId, abstained, onChanged }: Props) {
  const [why, setWhy] = useState<Abstention>('knows-author');
  const saying = useMutation({
    mutationFn: (reason: Abstention | null) =>
      ask(
        client.PUT('/api/judging/entries/{id}/abstention', {
          params: { path: { id: entryId } },
          body: { why: reason },
        }),
      ),
    onSuccess: onChanged,
  });
  if (abstained !== null) {
    return (
      <Alert title={words.abstained}>
        <Problem error={saying.error} />
        <Button variant="default" mih={48} loading={saying.isPending} onClick={() => saying.mutate(null)}>
          {words.takeUp}
        </Button>
      </Alert>
    );
  }
  return (
    <ConfirmButton
      label={words.cannot}
      warning={words.cannotWarning}
      confirm={words.cannotConfirm}
      variant="subtle"
      mih={48}
      onConfirm={() => saying.mutateAsync(why)}
    >
      <Problem error={saying.error} />
      <Radio.Group label={words.why} value={why} onChange={(value) => setWhy(value as Abstention)}>
        <Stack gap="xs" mt="xs">
          {abstentions.map((reason) => (
            <Radio key={reason} value={reason} label={words.reasons[reason]} size="md" />
          ))}
        </Stack>
      </Radio.Group>
    </ConfirmButton>
  );
}
