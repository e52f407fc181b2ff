import { Button, type ButtonProps, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { shellWords } from '../../../texts/panel/shell.ts';

type Props = ButtonProps & {
  label: string;
  /** What it will do, and whether it can be undone. */
  warning: ReactNode;
  /** The word of the button that does it. */
  confirm: string;
  /** Closes the question once it is done. */
  onConfirm: () => Promise<unknown> | unknown;
  children?: ReactNode;
};

/** A button that first says what it will do. */
export function ConfirmButton({ label, warning, confirm, onConfirm, children, ...button }: Props) {
  const [opened, { open, close }] = useDisclosure(false);
  const act = async () => {
    await onConfirm();
    close();
  };
  return (
    <>
      <Button {...button} onClick={open}>
        {label}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={label}
        closeButtonProps={{ 'aria-label': shellWords.close }}
      >
        <Stack>
          {typeof warning === 'string' ? <Text>{warning}</Text> : warning}
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              {shellWords.cancel}
            </Button>
            <Button
              color="red"
              loading={button.loading ?? false}
              onClick={() => void act().catch(() => undefined)}
            >
              {confirm}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
