import type { ConsentKind } from '../domain/consents/consent.ts';
import { type Button, limits, type Message } from '../domain/messages/message.ts';
import { type LinkedInvitation, showCode } from '../domain/people/invitation.ts';
import type { Person } from '../domain/people/person.ts';
import type { Programme } from '../domain/programme/programme.ts';
import type { RegistrationForm } from '../domain/registration/application.ts';
import { myApplicationButton } from './applications.ts';
import { dayText } from './dates.ts';
import { politeName, shortName } from './people.ts';
import { buttons } from './talk.ts';
import { clip } from './tasks.ts';

const formLabels: Record<RegistrationForm, string> = {
  mentor: 'Я наставник',
  mentee: 'Я молодой педагог',
  pupil: 'Я ученик',
  staff: 'Я куратор, завуч или руководитель',
};

/** «Я наставник». */
export function registrationLabel(form: RegistrationForm): string {
  return formLabels[form];
}

export const elsewhereButton: Button = {
  label: 'Продолжить в другом мессенджере',
  action: 'join:elsewhere',
};
const goOnButton: Button = { label: 'Продолжить', action: 'join:resume', tone: 'primary' };

export function registrationRows(): Button[][] {
  const button = (form: RegistrationForm): Button => ({
    label: registrationLabel(form),
    action: `join:${form}`,
  });
  return [[button('mentor'), button('mentee')], [button('pupil')], [button('staff')]];
}

export function chooseForm(): Message {
  return { text: 'Рад, что вы с нами! Кто вы в программе наставничества?', buttons: registrationRows() };
}

/** At most as many as fit below each other; a city more would need a search. */
export function chooseCity(programmes: readonly Programme[], form: RegistrationForm): Message {
  const rows = programmes
    .slice(0, limits.buttonRows)
    .map(({ id, name }): Button[] => [
      { label: clip(name, limits.label), action: `join:city:${id}:${form}` },
    ]);
  return { text: 'Выберите, пожалуйста, свою программу.', buttons: rows };
}

export function noProgramme(): Message {
  return {
    text: 'Запись в программу ещё не открыта. Загляните, пожалуйста, позже.',
    buttons: [[buttons.ask]],
  };
}

/** `state`: «ждёт решения». */
export function alreadyApplied(role: string, state: string): Message {
  return {
    text: `Ваша заявка уже есть: ${role}, ${state}. Второй не нужно.`,
    buttons: [[myApplicationButton], [buttons.ask]],
  };
}

export function doubleQuestion(known: Person, organization: string): Message {
  return {
    text: `В программе уже есть ${shortName(known)} из организации «${organization}». Это вы?`,
    buttons: [
      [{ label: 'Да, это я', action: `join:same:${known.id}` }],
      [{ label: 'Нет, другой человек', action: 'join:other' }],
    ],
  };
}

export const doubleWords = {
  same: 'Понял, это вы. Куратор проверит и объединит записи.',
  other: 'Понял, вы — другой человек.',
} as const;

/** What a minor sees until a representative has agreed. */
export function askRepresentative(invitation: LinkedInvitation, lastDay: string): Message {
  return {
    text: [
      'Спасибо! Вам ещё нет 18, поэтому дальше нужно согласие мамы, папы или опекуна. Перешлите им, пожалуйста, это приглашение:',
      '',
      ...invitationLines(invitation, lastDay),
      '',
      'Как только согласие придёт, я сразу напишу и мы продолжим. Всё, что вы ответили, сохранено.',
    ].join('\n'),
    secret: true,
    buttons: [[{ label: 'Прислать новое приглашение', action: 'join:code' }], [buttons.ask]],
  };
}

export function stillWaiting(): Message {
  return {
    text: 'Пока жду согласия вашего родителя или опекуна. Приглашение затерялось — пришлю новое.',
    buttons: [[{ label: 'Прислать новое приглашение', action: 'join:code' }], [buttons.ask]],
  };
}

export function representativeAgreed(): Message {
  return {
    text: 'Ваш родитель или опекун дал согласие. Спасибо ему — и вам! Можно продолжать анкету.',
    buttons: [[goOnButton]],
  };
}

/** `pupil`: empty where the name may not be said. */
export function welcomeRepresentative(pupil: string): Message {
  const who = pupil === '' ? 'Ученик, который прислал вам приглашение,' : pupil;
  return {
    text: [
      `Здравствуйте! ${who} хочет участвовать в программе наставничества. До 18 лет нужно согласие родителя или опекуна.`,
      '',
      'Это займёт пару минут: несколько слов о вас и согласия, каждое отдельно.',
    ].join('\n'),
  };
}

export function thankRepresentative(): string {
  return 'Спасибо! Согласие записано, ученик уже получил весточку и продолжит анкету сам. Отозвать согласие можно в любой момент: /privacy.';
}

export function ownInvitation(invitation: LinkedInvitation, lastDay: string): Message {
  return {
    text: [
      'Чтобы продолжить в другом мессенджере, откройте там ссылку или пришлите боту код. Никому их не передавайте: по ним бот узнаёт вас.',
      '',
      ...invitationLines(invitation, lastDay),
    ].join('\n'),
    secret: true,
  };
}

export function consentFirst(): string {
  return 'Сначала познакомимся здесь: ответьте на первые вопросы анкеты, и я пришлю код для другого мессенджера.';
}

function invitationLines({ code, links }: LinkedInvitation, lastDay: string): string[] {
  return [
    ...links.flatMap(({ name, link }) => (link === null ? [] : [`${name}: ${link}`])),
    `Код: ${showCode(code)} — его можно прислать боту сообщением.`,
    `Приглашение действует до ${dayText(lastDay)} включительно, прежние больше не действуют.`,
  ];
}

/** Who was told of an application; `nobody` where none of them is in the bot. */
type Told = 'curator' | 'coordinator' | 'nobody';

const sentTo: Record<Told, string> = {
  curator: 'Заявка отправлена куратору. Как только он ответит, я напишу.',
  coordinator: 'Заявка отправлена координатору. Как только он ответит, я напишу.',
  nobody:
    'Заявка записана. Куратор и координатор ещё не подключились к боту: сообщить им прямо сейчас не могу, но заявка не потеряется и будет их ждать.',
};

export function applied(toWhom: Told): Message {
  return { text: `Спасибо! ${sentTo[toWhom]}`, buttons: [[myApplicationButton], [elsewhereButton]] };
}

export function confirmedAtOnce(person: Person): Message {
  const name = politeName(person);
  return {
    text: `Спасибо${name === '' ? '' : `, ${name}`}! Вас уже ждали: вы в программе.`,
    buttons: [[myApplicationButton], [elsewhereButton]],
  };
}

/** Copies of what was agreed to; `onPage`: where this chat may not carry them. */
export function papers(count: number, onPage: boolean): string {
  const what = count === 1 ? 'Согласие, которое вы дали' : 'Согласия, которые вы дали';
  const text = onPage
    ? `${what}, можно посмотреть и скачать на странице программы: /privacy.`
    : `${what}, — сохраните себе. Отозвать можно в любой момент: /privacy.`;
  return `${text} Кнопки меню — внизу.`;
}

const paperNames: Record<ConsentKind, string> = {
  'personal-data': 'Согласие на обработку данных',
  distribution: 'Согласие на публикацию',
  participation: 'Согласие на участие',
  'pupil-media': 'Согласие на фото и видео',
};

export function paperName(kind: ConsentKind): string {
  return `${paperNames[kind]}.pdf`;
}

/** `toWhom`: others decide now, of another organization or another part. */
export function amended(toWhom: Told | null): Message {
  const sent = toWhom === null ? '' : ` ${sentTo[toWhom]}`;
  return { text: `Исправил, спасибо.${sent}`, buttons: [[myApplicationButton]] };
}

export function nothingAmended(): Message {
  return { text: 'Хорошо, всё остаётся как было.', buttons: [[myApplicationButton]] };
}

const ownLinkText =
  'Это приглашение — для вашего родителя или опекуна, а здесь пишете вы сами. Перешлите его им: согласие даётся с их телефона.';

export function ownLink(): Message {
  return { text: ownLinkText, buttons: [[buttons.ask]] };
}
