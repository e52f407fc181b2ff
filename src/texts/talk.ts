import type { Button, Message } from '../domain/messages/message.ts';
import type { Visitor } from '../domain/people/people-book.ts';
import type { Person } from '../domain/people/person.ts';
import type { MenuRoles } from './menu.ts';
import { appointmentLines, politeName } from './people.ts';

export const buttons = {
  ask: { label: '💬 Задать вопрос', action: 'ask' },
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

/** `rows`: how to go on with a form, or begin one. */
export function strangerWelcome(rows: Button[][]): Message {
  return {
    text: [
      'Здравствуйте! Это «Наставник» — помощник городской программы наставничества.',
      '',
      'Мы пока не знакомы. Если у вас есть код приглашения, пришлите его сюда (вид кода: 7KM-4XH-ATP) или откройте ссылку из приглашения.',
      '',
      rows.length > 0
        ? 'Кода нет? Выберите, кто вы, — это займёт минуты три. А на любой вопрос ответят здесь же.'
        : 'Кода нет или он не подошёл? Задайте вопрос координатору — ответ придёт сюда же.',
    ].join('\n'),
    buttons: [...rows, [buttons.ask]],
  };
}

export function linked(person: Person, appointments: Visitor['appointments'], menu: string[][]): Message {
  const lines = appointmentLines(appointments).map((line) => `• ${line}`);
  return {
    text: [
      `Здравствуйте${politeName(person) === '' ? '' : `, ${politeName(person)}`}! Рад знакомству.`,
      ...(lines.length > 0 ? ['', 'Вы у нас:', ...lines] : []),
      '',
      'Я напомню о сроках дорожной карты и приму результат. Кнопки меню — внизу.',
    ].join('\n'),
    menu,
  };
}

/** In the chats somebody had before. */
export function linkedElsewhere(): Message {
  return {
    text: 'По приглашению к записи о вас подключён ещё один чат. Это не вы? Сразу напишите нам: из чата видно всё, что видите вы.',
    buttons: [[buttons.ask]],
  };
}

export function alreadyLinked(person: Person, menu: string[][]): Message {
  return { text: called(person, 'мы уже знакомы, всё в порядке. Кнопки меню — внизу.'), menu };
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

/** `null` for a code that is no refusal of an invitation. `hasApplied`: whoever opened it waits or takes part. */
export function invitationRefused(code: string, { hasApplied }: { hasApplied: boolean }): Message | null {
  if (code === 'account-taken') {
    return {
      text: `Это приглашение выписано другому человеку, а здесь уже узнают вас. Пусть тот, кому оно предназначено, откроет ссылку на своём телефоне.${hasApplied ? ' Если оно всё-таки для вас, а заявку вы уже отправили, напишите куратору: он объединит записи.' : ''}`,
      buttons: [[buttons.ask]],
    };
  }
  const text = invitationRefusals[code];
  return text === undefined ? null : { text, buttons: [[buttons.ask]] };
}

/** `about`: how their application stands, or nothing. */
export function home(person: Person, about: string, menu: string[][]): Message {
  const here = called(person, 'я на связи.');
  return { text: [here, about, 'Выберите, что показать.'].filter((part) => part !== '').join(' '), menu };
}

/** A sentence to somebody, by name where it is known: before the first form it is not. */
function called(person: Person, sentence: string): string {
  const name = politeName(person);
  return name === '' ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : `${name}, ${sentence}`;
}

/** What bigger screens of the talk are about; `null` for whoever the bot does not know yet. */
export function help(roles: MenuRoles | null): Message {
  const lines = [
    'Я напоминаю о сроках дорожной карты, принимаю результаты, заявки на участие и конкурсные работы.',
    '',
    ...(roles === null || !roles.hasTasks ? [] : ['/tasks — мои задачи']),
    ...(roles?.hasPairs ? ['/pairs — мои пары и встречи'] : []),
    ...(roles === null ? [] : ['/contests — конкурсы и мои работы']),
    ...(roles?.isCoordinator ? ['/summary — сводка по организациям'] : []),
    ...(roles?.decides ? ['/applications — заявки на участие'] : []),
    ...(roles?.entersPanel ? ['/login — вход в панель на компьютере или телефоне'] : []),
    ...(roles === null ? [] : ['/me — что я о вас знаю', '/settings — где и когда вам писать, пауза']),
    '/privacy — ваши данные: посмотреть, исправить, удалить',
    roles === null ? '/contact — вопрос координатору' : '/contact — вопрос куратору или координатору',
    '/menu — кнопки меню',
    '/cancel — прервать начатое',
    '',
    roles?.hasTasks
      ? 'Сделали дело — нажмите «Готово» и пришлите документ, фото, ссылку или пару слов. Можно и сразу прислать файл: я спрошу, к какой он задаче.'
      : 'Анкету можно отложить в любой момент и продолжить с того же места, хоть в другом мессенджере.',
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
