import type { Day } from '../domain/calendar/day.ts';
import type { Consent, ConsentKind, ConsentState, ConsentText } from '../domain/consents/consent.ts';
import { type Button, limits, type Message } from '../domain/messages/message.ts';
import { consentTitles } from './consent-names.ts';
import { consentsButton } from './consent-reminder.ts';
import { shortDay } from './dates.ts';
import { wordsOfForm } from './forms/form-words.ts';
import { buttons } from './talk.ts';
import { clip } from './tasks.ts';

export const consentWords = {
  given: 'Согласие записано',
  already: 'Это согласие уже дано',
  withdrawn: 'Согласие отозвано',
  gone: 'Оно уже отозвано',
} as const;

/** What the button says is part of the proof. */
export const giveLabel = 'Даю согласие';

export type ListedConsent = {
  kind: ConsentKind;
  state: ConsentState;
  /** The newest one that is live, else the newest. */
  consent: Consent | null;
  givenOn: Day | null;
  /** Nobody needs to give it. */
  optional: boolean;
};

type ConsentList = {
  /** Empty for one's own; «Ушакова П.» for a pupil's. */
  whose: string;
  subjectId: string;
  /** May be given by whoever reads this. */
  mayGive: boolean;
  listed: readonly ListedConsent[];
  pupils: readonly { id: string; name: string }[];
  isStaff: boolean;
};

const marks: Record<ConsentState, string> = { given: '✅', outdated: '🔄', withdrawn: '🚫', missing: '▫️' };
/** As many as stay in one row. */
const shownPupils = 4;

export function consentList(list: ConsentList, today: Day): Message {
  const { whose, listed, mayGive } = list;
  const lines = listed.map(
    (each) => `${marks[each.state]} ${consentTitles[each.kind]} — ${stateOf(each, today)}`,
  );
  const pupils = list.pupils.slice(0, shownPupils);
  const text = [
    whose === '' ? 'Ваши согласия' : `Согласия за ученика: ${clip(whose, 80)}`,
    '',
    ...(lines.length > 0 ? lines : ['Согласий от вас пока не нужно.']),
    ...(mayGive ? [] : ['', 'До 18 лет согласия за вас даёт родитель или опекун.']),
    ...(pupils.length > 0
      ? ['', `Вы представляете: ${pupils.map(({ name }) => clip(name, 60)).join(', ')}`]
      : []),
    '',
    'Нажмите на согласие, чтобы прочесть его, получить копию или отозвать.',
  ].join('\n');
  return {
    text,
    buttons: [
      ...listed.flatMap((each) => buttonOf(each, list)),
      ...(pupils.length > 0 ? [pupils.map(pupilButton)] : []),
      ...(list.isStaff ? [[{ label: '📋 Кто ещё не дал согласие', action: 'consent:lack:0' }]] : []),
      ...(whose === '' ? [] : [[consentsButton]]),
    ],
  };
}

function stateOf({ state, givenOn, optional }: ListedConsent, today: Day): string {
  const on = givenOn === null ? '' : ` ${shortDay(givenOn, today)}`;
  if (state === 'given') return `дано${on}`;
  if (state === 'outdated') return `дано${on}, текст с тех пор обновился`;
  if (state === 'withdrawn') return 'отозвано';
  return optional ? 'не дано, по желанию' : 'не дано';
}

function buttonOf({ kind, state, consent }: ListedConsent, { subjectId, mayGive }: ConsentList): Button[][] {
  const live = state === 'given' || state === 'outdated';
  if (live && consent !== null)
    return [[{ label: consentTitles[kind], action: `consent:open:${consent.id}` }]];
  return mayGive ? [[{ ...askButton(kind, subjectId), label: `✍️ ${consentTitles[kind]}` }]] : [];
}

function pupilButton({ id, name }: { id: string; name: string }): Button {
  return { label: clip(`👤 ${name}`, limits.label), action: `consent:of:${id}` };
}

function askButton(kind: ConsentKind, subjectId: string): Button {
  if (kind === 'distribution')
    return { label: 'Разрешить публикацию', action: `consent:ask:${kind}:${subjectId}` };
  return { label: '✍️ Прочесть и дать согласие', action: `consent:ask:${kind}:${subjectId}`, tone: 'primary' };
}

/** The whole text, a message of its own: it stays when the one that asks has been answered. */
export function consentPaper(title: string, fileId: string): Message {
  return { text: `📄 ${clip(title, 200)} — полный текст.`, files: [fileId] };
}

/** What is to be agreed to, after `consentPaper`. */
export function consentOffer(text: ConsentText, whose: string, subjectId: string): Message {
  const about = `${text.id}:${subjectId}`;
  return {
    text: [
      text.title,
      ...(whose === '' ? [] : [`За ученика: ${whose}`]),
      '',
      text.summary,
      '',
      'Полный текст — в файле выше. Согласие можно отозвать в любой момент.',
    ].join('\n'),
    buttons: [
      [{ label: giveLabel, action: `consent:yes:${about}`, tone: 'positive' }],
      [{ label: 'Не сейчас', action: 'consent:later' }],
    ],
  };
}

export function notNow(): Message {
  return {
    text: 'Хорошо, не сейчас. Ничего не записано, вернуться можно в любой момент.',
    buttons: [[consentsButton]],
  };
}

export function textChanged(): Message {
  return { text: 'Пока вы читали, текст обновился. Вот новый — посмотрите, пожалуйста, его.' };
}

export function consentTaken(title: string, whose: string): Message {
  return {
    text: `✅ Согласие дано: ${title}${whose === '' ? '' : ` (за ученика: ${whose})`}`,
    buttons: [[consentsButton]],
  };
}

// Copies have no buttons of their own: pressing one would edit the message, and the file might go.

export function consentCopy(fileId: string): Message {
  return { text: 'Спасибо! Ваша копия — в файле.', files: [fileId] };
}

export function copyAgain(fileId: string): Message {
  return { text: 'Ваша копия согласия:', files: [fileId] };
}

export function copyOnPage(): Message {
  return { text: 'Готово, согласие записано. Копия — на странице программы.', buttons: [[consentsButton]] };
}

type OpenedConsent = {
  consent: Consent;
  title: string;
  whose: string;
  givenOn: Day;
  withdrawnOn: Day | null;
  mayGive: boolean;
};

const ways: Record<Consent['way'], string> = { chat: 'в чате', page: 'на странице', paper: 'на бумаге' };

export function consentCard({ consent, title, whose, ...card }: OpenedConsent, today: Day): Message {
  const { id, kind, personId, current } = consent;
  const live = card.withdrawnOn === null;
  const renew = live && card.mayGive && (kind === 'distribution' || !current);
  return {
    text: [
      `📄 ${title}`,
      ...(whose === '' ? [] : [`За ученика: ${whose}`]),
      `Дано ${shortDay(card.givenOn, today)} ${ways[consent.way]}, версия ${consent.version}`,
      ...scopeLines(consent),
      ...(card.withdrawnOn === null ? [] : [`Отозвано ${shortDay(card.withdrawnOn, today)}`]),
      ...(live && !current ? ['', 'С тех пор текст обновился. Прежнее согласие пока действует.'] : []),
    ].join('\n'),
    buttons: [
      [{ label: '📎 Копия', action: `consent:copy:${id}` }],
      ...(renew ? [[renewButton(kind, personId)]] : []),
      ...(live ? [[{ label: 'Отозвать…', action: `consent:withdraw:${id}` }]] : []),
      [consentsButton],
    ],
  };
}

function renewButton(kind: ConsentKind, personId: string): Button {
  const button = askButton(kind, personId);
  return kind === 'distribution' ? { ...button, label: 'Изменить, что и где публикуем' } : button;
}

function scopeLines({ kind, scope }: Consent): string[] {
  if (kind !== 'distribution') return [];
  const { questions } = wordsOfForm('distribution');
  const labels = (key: string, values: readonly string[] = []) =>
    values.map((value) => questions[key]?.options?.[value] ?? value).join(', ');
  return [
    `Что: ${labels('what', scope.what)}`,
    `Где: ${labels('where', scope.where)}`,
    ...(scope.conditions ? [`Условия: ${clip(scope.conditions, 600)}`] : []),
  ];
}

export function noOperatorYet(): Message {
  return {
    text: 'Принять согласие пока нельзя: в программе ещё не указан оператор персональных данных. Спросите, пожалуйста, координатора.',
    buttons: [[buttons.ask]],
  };
}
