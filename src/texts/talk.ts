import { type Button, limits, type Message } from '../domain/messages/message.ts';
import type { Platform } from '../domain/people/channel.ts';
import type { Visitor } from '../domain/people/people-book.ts';
import type { Person } from '../domain/people/person.ts';
import { appointmentLines, politeName } from './people.ts';

export const commands = ['start', 'menu', 'help', 'tasks', 'summary', 'settings', 'cancel'] as const;
export type Command = (typeof commands)[number];

const menuLabels = { tasks: 'Мои задачи', summary: 'Сводка', help: 'Помощь', settings: 'Настройки' } as const;

/** What people type instead of a command; the labels of the menu come back as texts, too. */
const commandWords: Record<Command, readonly string[]> = {
  start: ['начать', 'старт', 'start'],
  menu: ['меню', 'menu'],
  help: [menuLabels.help.toLowerCase(), 'help', 'справка'],
  tasks: [menuLabels.tasks.toLowerCase(), 'задачи', 'все мои задачи'],
  summary: [menuLabels.summary.toLowerCase()],
  settings: [menuLabels.settings.toLowerCase()],
  cancel: ['отмена', 'отменить', 'cancel'],
};

/** The command somebody means by `/tasks`, `/tasks@bot` or a word of the menu; `null` for anything else. */
export function readCommand(text: string): Command | null {
  const typed = text.trim().toLowerCase();
  const slashed = /^\/([a-z]+)(?:@\w+)?(?:\s|$)/.exec(typed)?.[1];
  if (slashed !== undefined) return commands.find((command) => command === slashed) ?? null;
  const word = typed.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return commands.find((command) => commandWords[command].includes(word)) ?? null;
}

export function menuOf(isCoordinator: boolean): string[][] {
  const { tasks, summary, help, settings } = menuLabels;
  return isCoordinator
    ? [
        [tasks, summary],
        [help, settings],
      ]
    : [[tasks], [help, settings]];
}

export const buttons = {
  ask: { label: '💬 Задать вопрос координатору', action: 'ask' },
  cancel: { label: 'Отмена', action: 'cancel' },
} satisfies Record<string, Button>;

export const words = {
  done: 'Записано',
  already: 'Уже записано 👍',
  pressed: 'Эта кнопка уже нажата',
  oldButton: 'Эта кнопка уже не работает',
  foreignTask: 'Этой задачи у вас уже нет',
  kept: 'Хорошо',
  write: 'Напишите ответ',
} as const;

export function strangerWelcome(): Message {
  return {
    text: [
      'Здравствуйте! Это «Наставник» — помощник городской программы наставничества.',
      '',
      'Мы пока не знакомы. Если у вас есть код приглашения, пришлите его сюда (вид кода: 7KM-4XH-ATP) или откройте ссылку из приглашения.',
      '',
      'Кода нет или он не подошёл? Задайте вопрос координатору — ответ придёт сюда же.',
    ].join('\n'),
    buttons: [[buttons.ask]],
  };
}

export function linked(person: Person, appointments: Visitor['appointments'], menu: string[][]): Message {
  const lines = appointmentLines(appointments).map((line) => `• ${line}`);
  return {
    text: [
      `Здравствуйте, ${politeName(person)}! Рад знакомству.`,
      ...(lines.length > 0 ? ['', 'Вы у нас:', ...lines] : []),
      '',
      'Я напомню о сроках дорожной карты и приму результат. Кнопки меню — внизу.',
    ].join('\n'),
    menu,
  };
}

export function alreadyLinked(person: Person, menu: string[][]): Message {
  return { text: `${politeName(person)}, мы уже знакомы, всё в порядке. Кнопки меню — внизу.`, menu };
}

const invitationRefusals: Record<string, string> = {
  'invitation-unknown':
    'Такого приглашения у меня нет. Проверьте, пожалуйста, код: в нём девять знаков, буквы и цифры.',
  'invitation-used':
    'По этому приглашению уже вошли с другого аккаунта. Попросите координатора прислать новое.',
  'invitation-expired':
    'Это приглашение больше не действует: срок — 14 дней, а новое отменяет прежнее. Попросите координатора прислать новое — это быстро.',
  'too-many-codes':
    'Слишком много попыток подряд. Отдохните часок и попробуйте ещё раз — или спросите координатора.',
};

/** `null` for a code that is no refusal of an invitation. */
export function invitationRefused(code: string): Message | null {
  if (code === 'account-taken') {
    return {
      text: 'Это приглашение выписано другому человеку, а здесь уже узнают вас. Пусть тот, кому оно предназначено, откроет ссылку на своём телефоне.',
      buttons: [[buttons.ask]],
    };
  }
  const text = invitationRefusals[code];
  return text === undefined ? null : { text, buttons: [[buttons.ask]] };
}

export function home(person: Person, menu: string[][]): Message {
  return { text: `${politeName(person)}, я на связи. Выберите, что показать.`, menu };
}

export function help(isCoordinator: boolean): Message {
  const lines = [
    'Я напоминаю о сроках дорожной карты и принимаю результаты.',
    '',
    '/tasks — мои задачи',
    ...(isCoordinator ? ['/summary — сводка по организациям'] : []),
    '/settings — где напоминать',
    '/menu — кнопки меню',
    '/cancel — прервать начатое',
    '',
    'Сделали дело — нажмите «Готово» и пришлите документ, фото, ссылку или пару слов. Можно и сразу прислать файл: я спрошу, к какой он задаче.',
  ];
  return { text: lines.join('\n'), buttons: [[buttons.ask]] };
}

export function allowed(): string {
  return 'Спасибо, теперь я могу вам писать.';
}

export function cancelled(something: boolean): string {
  return something ? 'Хорошо, прервали. Ничего не пропало.' : 'Прерывать нечего: я ничего не жду.';
}

const kinds: Record<string, string> = {
  voice: 'Голосовые я пока не слушаю. Напишите, пожалуйста, текстом.',
  audio_message: 'Голосовые я пока не слушаю. Напишите, пожалуйста, текстом.',
  forwarded: 'Пересланные слова я не разбираю: напишите, пожалуйста, сами. Файлы пересылать можно.',
  edited: 'Вижу, вы поправили сообщение. Я помню его прежним: если важно, пришлите ещё раз новым сообщением.',
  sticker: 'Славная картинка! Только я понимаю слова, кнопки и файлы.',
  location: 'Спасибо, но карты я читать не умею. Напишите словами.',
  contact: 'Спасибо, но номера телефонов мне не нужны.',
};

/** A kind word about what can't be understood: a voice message, a sticker, a place on the map … */
export function notUnderstood(what: string): string {
  return kinds[what] ?? 'Такое сообщение я прочитать не могу. Подойдут текст, фото, файл или ссылка.';
}

export function smile(): string {
  return '🙂';
}

export function fallback(): string {
  return 'Не совсем понял. Ниже — ваши задачи, а вопрос я передам координатору.';
}

export function settings(
  current: Platform | null,
  linkedPlatforms: readonly { key: Platform; name: string }[],
  others: readonly { key: Platform; name: string }[],
): Message {
  const name = linkedPlatforms.find(({ key }) => key === current)?.name;
  const chosen =
    linkedPlatforms.length > 1 ? (name ?? 'там, где вы писали последним') : linkedPlatforms[0]?.name;
  const text = [`Где напоминать: ${chosen ?? 'здесь'}.`];
  if (others.length > 0) {
    text.push(
      '',
      `Удобнее ${others.map((each) => each.name).join(' или ')}? Откройте там ссылку из своего приглашения или пришлите боту тот же код. Приглашение затерялось — попросите у координатора новое.`,
    );
  }
  if (linkedPlatforms.length < 2) return { text: text.join('\n'), buttons: [] };
  const choice = (label: string, key: Platform | null): Button[] => [
    { label: key === current ? `✓ ${label}` : label, action: `remind:${key ?? ''}` },
  ];
  return {
    text: text.join('\n'),
    buttons: [
      // One row is for «где пишу последним».
      ...linkedPlatforms.slice(0, limits.buttonRows - 1).map((each) => choice(each.name, each.key)),
      choice('Где пишу последним', null),
    ],
  };
}

export function chooseChannel(): string {
  return 'Теперь мы знакомы и здесь, и там.';
}

export function notCoordinator(): string {
  return 'Сводку видит координатор. А вот ваши задачи:';
}

/** Something of ours failed several times; see the inbox. */
export function apology(): string {
  return 'Простите, у меня что-то сломалось, и ответить не получилось. Попробуйте ещё раз: нажмите /menu.';
}
