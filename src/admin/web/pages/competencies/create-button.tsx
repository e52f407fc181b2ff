import { Button, Group, Modal, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { shellWords } from '../../../../texts/panel/shell.ts';
import { newKey } from '../../client.ts';
import { Problem } from '../../parts/problem.tsx';

type Props = {
  label: string;
  title: string;
  /** `key` stays the same while one thing is tried to be created again. */
  create: (draft: string, key: string) => Promise<unknown>;
  children: (draft: string, change: (draft: string) => void) => ReactNode;
};

/** A button that asks for the words of something new. */
export function CreateButton({ label, title, create, children }: Props) {
  const [opened, { open, close }] = useDisclosure(false);
  const [draft, setDraft] = useState('');
  const [key, setKey] = useState(newKey);
  const creating = useMutation({
    mutationFn: () => create(draft, key),
    onSuccess: () => {
      setDraft('');
      setKey(newKey());
      close();
    },
  });
  const change = (typed: string) => {
    setDraft(typed);
    // Something else is created then.
    setKey(newKey());
  };
  return (
    <>
      <Button onClick={open}>{label}</Button>
      <Modal
        opened={opened}
        onClose={close}
        title={title}
        closeButtonProps={{ 'aria-label': shellWords.close }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            creating.mutate();
          }}
        >
          <Stack>
            <Problem error={creating.error} />
            {children(draft, change)}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {shellWords.cancel}
              </Button>
              <Button type="submit" loading={creating.isPending}>
                {shellWords.save}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
