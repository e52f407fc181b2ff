import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { type Conflict, ConflictDialog, conflictIn } from '../../parts/conflict-dialog.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Waiting } from '../../parts/waiting.tsx';

type Read<View> = { data: View; version: string };

type Props<View, Draft> = {
  title: string;
  queryKey: readonly string[];
  read: () => Promise<Read<View>>;
  draftOf: (view: View) => Draft;
  save: (draft: Draft, version: string) => Promise<unknown>;
  /** What the draft is to make of the thing, for comparing it with what somebody else has made of it. */
  mine: (draft: Draft) => Partial<View>;
  labels: Partial<Record<keyof View & string, string>>;
  shown: (field: keyof View & string, value: unknown) => string;
  onClose: () => void;
  children: (draft: Draft, change: (draft: Draft) => void) => ReactNode;
};

/** Changes one thing upon the version it was read with; where somebody was quicker, both are shown. */
export function VersionedDialog<View extends object, Draft>(props: Props<View, Draft>) {
  // Read anew at each opening: a version from yesterday would only make for a conflict.
  const thing = useQuery({ queryKey: props.queryKey, queryFn: props.read, gcTime: 0, staleTime: Infinity });
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': shellWords.close }}
    >
      <Waiting query={thing}>{(read) => <Editing {...props} read={read} />}</Waiting>
    </Modal>
  );
}

function Editing<View extends object, Draft>(props: Omit<Props<View, Draft>, 'read'> & { read: Read<View> }) {
  const { read, save, onClose } = props;
  const [draft, setDraft] = useState(() => props.draftOf(read.data));
  const [conflict, setConflict] = useState<Conflict<View> | null>(null);
  const saving = useMutation({
    mutationFn: (version: string) => save(draft, version),
    onSuccess: onClose,
    onError: (error) => setConflict(conflictIn<View>(error)),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(read.version);
      }}
    >
      <Stack>
        {conflict === null && <Problem error={saving.error} />}
        {props.children(draft, setDraft)}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {shellWords.cancel}
          </Button>
          <Button type="submit" loading={saving.isPending}>
            {shellWords.save}
          </Button>
        </Group>
      </Stack>
      <ConflictDialog
        conflict={conflict}
        mine={props.mine(draft)}
        labels={props.labels}
        shown={props.shown}
        onTakeTheirs={onClose}
        onKeepMine={(version) => {
          setConflict(null);
          saving.mutate(version);
        }}
      />
    </form>
  );
}
