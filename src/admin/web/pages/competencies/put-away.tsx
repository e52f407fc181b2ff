import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { Problem } from '../../parts/problem.tsx';

type Props = {
  archived: boolean;
  words: { putAway: string; bringBack: string };
  /** What exactly, for whoever hears one button after another. */
  labels: { putAway: string; bringBack: string };
  warning: string;
  set: (archived: boolean) => Promise<unknown>;
};

/** Puts something of a list away or brings it back. */
export function PutAway({ archived, words, labels, warning, set }: Props) {
  const setting = useMutation({ mutationFn: set });
  if (archived) {
    return (
      <>
        <Problem error={setting.error} />
        <Button
          size="compact-sm"
          variant="default"
          aria-label={labels.bringBack}
          loading={setting.isPending}
          onClick={() => setting.mutate(false)}
        >
          {words.bringBack}
        </Button>
      </>
    );
  }
  return (
    <ConfirmButton
      size="compact-sm"
      variant="subtle"
      color="red"
      aria-label={labels.putAway}
      label={words.putAway}
      warning={warning}
      confirm={words.putAway}
      loading={setting.isPending}
      onConfirm={() => setting.mutateAsync(true)}
    >
      <Problem error={setting.error} />
    </ConfirmButton>
  );
}
