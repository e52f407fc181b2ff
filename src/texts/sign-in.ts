import type { Button, Message } from '../domain/messages/message.ts';
import { showCode } from '../domain/people/invitation.ts';
import { browserOf } from '../domain/sign-in/browser.ts';
import { type SignInRequest, signInMinutes } from '../domain/sign-in/sign-in.ts';
import { buttons } from './talk.ts';

/** What the chat says while somebody signs in to the panel. Names nobody: any messenger may carry it. */

export function notForYou(): string {
  return 'Панель — рабочее место координаторов, кураторов и руководителей. Вам входить никуда не нужно: всё нужное есть здесь, в меню.';
}

/** `url`: where the panel is; `null` where nobody has published it. */
export function askDigits(url: string | null): Message {
  const open = url === null ? 'Откройте панель в браузере' : 'Откройте панель в браузере (кнопка ниже)';
  return {
    text: `${open}, нажмите «Войти» и пришлите сюда две цифры с экрана.`,
    buttons: [...(url === null ? [] : [[{ label: 'Открыть панель', url }]]), [buttons.cancel]],
  };
}

export function onlyDigits(): Message {
  return {
    text: 'Жду две цифры с экрана, например 47. Нет их перед глазами — нажмите «Отмена».',
    buttons: [[buttons.cancel]],
  };
}

type Asked = Pick<SignInRequest, 'id' | 'network' | 'agent' | 'choices'>;

const warning =
  'Вход просили не вы, или кто-то говорит вам, что нажать? Нажмите «Это не я»: войти никто не сможет.';

function whence({ network, agent }: Asked, time: string): string {
  const parts = [browserOf(agent) ?? 'браузер неизвестен', network === '' ? '' : `сеть ${network}`, time];
  return parts.filter((part) => part !== '').join(' · ');
}

function refuseButton(id: string): Button {
  return { label: 'Это не я', action: `sign-in:${id}:no`, tone: 'negative' };
}

/** Number matching: whoever is not in front of that screen can only guess. `time`: on the clock of the reader. */
export function chooseNumber(asked: Asked, time: string): Message {
  return {
    text: `🔐 Вход в панель\n${whence(asked, time)}\n\nНажмите число, которое видите на экране.\n\n${warning}`,
    buttons: [
      asked.choices.map((digits) => ({ label: digits, action: `sign-in:${asked.id}:${digits}` })),
      [refuseButton(asked.id)],
    ],
  };
}

/** For whoever has read the digits off the screen already. */
export function confirmNumber(asked: Asked, digits: string, time: string): Message {
  return {
    text: `🔐 Вход в панель по числу ${digits}\n${whence(asked, time)}\n\nЭто ваш браузер?\n\n${warning}`,
    buttons: [
      [{ label: 'Да, это я', action: `sign-in:${asked.id}:${digits}`, tone: 'primary' }],
      [refuseButton(asked.id)],
    ],
  };
}

/** `url`: the link, `null` where the panel's address is not known. */
export function wayIn(url: string | null, code: string): Message {
  const how =
    url === null
      ? 'Введите на странице входа код'
      : 'Откройте ссылку в том же браузере или введите на странице входа код';
  return {
    text: [
      `Верно! ${how}:`,
      '',
      showCode(code),
      '',
      `Годится один раз, ${signInMinutes} минут и только в том браузере, где видны цифры. Никому не пересылайте и не диктуйте: сотрудники программы кода не спрашивают.`,
    ].join('\n'),
    secret: true,
    ...(url === null ? {} : { buttons: [[{ label: 'Войти', url }]] }),
  };
}

export function wrongNumber(): string {
  return 'Число не то, и этот вход отменён: по нему никто не войдёт. Если входили вы, обновите страницу входа — там будет новое число.';
}

export function refused(): string {
  return 'Отменил: по этой просьбе никто не войдёт. Если вас просили нажать или назвать число, скажите координатору: так выманивают доступ.';
}

const failures = {
  nothing: `Такого входа нет: он действует ${signInMinutes} минут. Обновите страницу входа и попробуйте ещё раз.`,
  taken: 'Этот вход уже открыли в другом чате. Обновите страницу входа: там будут новые цифры.',
  unclear:
    'Сейчас с этими цифрами входят сразу с нескольких экранов. Откройте бота по ссылке или QR-коду со страницы входа.',
  'too-many': 'Слишком много попыток подряд. Отдохните часок или откройте бота по ссылке со страницы входа.',
} as const;

export function notFound(why: keyof typeof failures): string {
  return failures[why];
}

export const signInWords = { over: 'Этот вход уже не действует' } as const;
