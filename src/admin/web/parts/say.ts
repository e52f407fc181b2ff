import { notifications } from '@mantine/notifications';
import { shellWords } from '../../../texts/panel/shell.ts';

/** Says in the corner that something was done; it goes by itself. */
export function say(message: string): void {
  notifications.show({ message, closeButtonProps: { 'aria-label': shellWords.close } });
}
