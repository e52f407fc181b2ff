import type { Message } from '../domain/messages/message.ts';
import { clip } from './tasks.ts';

const again = 'Пришлите его, пожалуйста, ещё раз.';

const reasons: Record<string, string> = {
  'too-big': 'он больше 20 МБ. Пришлите, пожалуйста, файл поменьше или ссылку на него.',
  empty: `он пустой. ${again}`,
  program: 'это программа, такие я не беру. Пришлите, пожалуйста, документ, фото или ссылку.',
  'not-what-its-name-says':
    'внутри не то, что обещает название. Проверьте, открывается ли он, и пришлите ещё раз.',
};

/** To whoever sent a file that could not be had from the platform or not be kept; `code` as `FileTrouble` has it. */
export function fileNotFetched(name: string, code: string): Message {
  const reason = reasons[code];
  const failed = `📎 Не удалось получить файл «${clip(name, 120)}»`;
  return { text: reason === undefined ? `${failed}. ${again}` : `${failed}: ${reason}` };
}
