import { type Day, toDay } from '../domain/calendar/day.ts';
import { type Button, limits, type Message } from '../domain/messages/message.ts';
import type { DataRequest, DataRequestKind, Dossier, RequestCard } from '../domain/privacy/privacy-book.ts';
import { shortDay } from './dates.ts';
import { shortName } from './people.ts';
import { counted } from './plural.ts';
import { dossierLines } from './privacy-dossier.ts';
import { buttons } from './talk.ts';

export const privacyButtons = {
  show: { label: 'Мои данные', action: 'privacy:show' },
  file: { label: '📄 Всё файлом', action: 'privacy:file' },
  consents: { label: 'Мои согласия', action: 'consent:list' },
  correct: { label: 'Исправить', action: 'me:edit' },
  erase: { label: 'Удалить меня', action: 'privacy:erase' },
  eraseYes: { label: 'Да, удалить мои данные', action: 'privacy:erase-yes', tone: 'negative' },
  stay: { label: 'Не удалять', action: 'privacy:show' },
  keep: { label: 'Отменить удаление', action: 'privacy:keep', tone: 'positive' },
  requests: { label: 'Запросы людей', action: 'privacy:requests' },
  forget: { label: 'Стереть', action: 'privacy:forget' },
  forgetYes: { label: 'Да, стереть', action: 'privacy:forget-yes', tone: 'negative' },
} satisfies Record<string, Button>;

export const privacyWords = {
  filed: 'Файлы уже отправлены, они выше',
  nothingToKeep: 'Удалять уже нечего или поздно отменять',
  kept: 'Данные остаются',
  hastened: 'Удаляю',
} as const;

export const kindNames: Record<DataRequestKind, string> = {
  export: 'сведения о себе',
  correct: 'исправление',
  'withdraw-consent': 'отзыв согласия',
  erase: 'удаление',
};

export const stateNames: Record<DataRequest['state'], string> = {
  open: 'в работе',
  farewell: 'завершается',
  done: 'выполнен',
  cancelled: 'отменён',
};

const shownRequests = 5;
const requestForms = ['запрос', 'запроса', 'запросов'] as const;

type Shown = {
  dossier: Dossier;
  requests: readonly DataRequest[];
  today: Day;
  timeZone: string;
  isCoordinator: boolean;
};

/** «/privacy»: what is stored, in words, and what can be done about it. */
export function privacyMessage({ dossier, requests, today, timeZone, isCoordinator }: Shown): Message {
  const erase = requests.find(({ kind, state }) => kind === 'erase' && state === 'open');
  const text = ['Что я о вас храню:', '', ...dossierLines(dossier)];
  if (requests.length > 0) text.push('', 'Ваши запросы:', ...requestLines(requests, today, timeZone));
  if (erase !== undefined) text.push('', willBeErased(erase, today));
  const { file, consents, correct } = privacyButtons;
  return {
    text: text.join('\n'),
    buttons: [
      [file, consents],
      [correct, erase === undefined ? privacyButtons.erase : privacyButtons.keep],
      ...(isCoordinator ? [[privacyButtons.requests]] : []),
    ],
  };
}

function requestLines(requests: readonly DataRequest[], today: Day, timeZone: string): string[] {
  const lines = requests
    .slice(0, shownRequests)
    .map(
      ({ id, kind, state, createdAt }) =>
        `• № ${id} — ${kindNames[kind]}, ${shortDay(toDay(createdAt, timeZone), today)}: ${stateNames[state]}`,
    );
  const rest = requests.length - shownRequests;
  return rest > 0 ? [...lines, `…и ещё ${counted(rest, requestForms)}`] : lines;
}

function willBeErased({ dueOn }: DataRequest, today: Day): string {
  return `Данные будут удалены ${shortDay(dueOn, today)}. До этого дня удаление можно отменить.`;
}

export function filesReady(requestId: string): string {
  return `Вот всё, что о вас хранится: для чтения — PDF, для программ — JSON. Запрос записан под № ${requestId}. Файлы со сведениями о вас я сотру у себя через неделю.`;
}

/** Names of the files: nobody's own name, they lie in folders that others see. */
export const dossierFileName = { pdf: 'moi-dannye.pdf', json: 'moi-dannye.json' } as const;

/** What follows is said before anything is done. */
export function askErase(untilOn: Day, today: Day): Message {
  return {
    text: [
      'Удалить ваши данные?',
      '',
      'Что произойдёт сразу:',
      '• участие в программе закончится, кураторы узнают об этом;',
      '• напоминаний больше не будет.',
      '',
      `${shortDay(untilOn, today)} сотру имя, телефон, анкеты, переписку и файлы, а чат отвяжу. До этого дня можно передумать: данные останутся, но заявку придётся подать заново.`,
      '',
      'Останутся только числа без имён и подписанные документы, которые организация обязана хранить.',
    ].join('\n'),
    buttons: [[privacyButtons.eraseYes], [privacyButtons.stay]],
  };
}

export function eraseBegun({ id, dueOn }: DataRequest, today: Day): Message {
  return {
    text: `Запрос № ${id} записан. Отменить можно до ${shortDay(dueOn, today)} — кнопкой ниже или командой /privacy.`,
    buttons: [[privacyButtons.keep]],
  };
}

export function eraseCancelled(): Message {
  return {
    text: 'Хорошо, данные остаются. Участие в программе закончено: чтобы вернуться, подайте заявку заново — /start.',
    buttons: [[privacyButtons.show]],
  };
}

/** Whoever agrees again to what they had taken back, or applies again, stays. */
export function eraseLifted(): Message {
  return { text: 'Вы остаётесь с нами, поэтому удаление данных отменил.' };
}

/** The last message of all. */
export function farewell(): Message {
  return {
    text: 'Ваши данные удаляются: имя, контакты, анкеты, переписка. Это последнее сообщение. Спасибо, что были с нами! Захотите вернуться — просто напишите, и мы познакомимся заново.',
    menu: 'hide',
  };
}

/** For curators and pairs: somebody leaves. `who` is empty where nobody may be named. */
export function leaves(who: string, organizationName: string): Message {
  const subject = who === '' ? 'Участник программы' : who;
  const place = organizationName === '' ? '' : `, ${organizationName}`;
  return { text: `${subject}${place}: участие в программе завершено по просьбе участника.` };
}

/** What people can't change themselves was asked for. */
export function correctionAsked(dueOn: Day, today: Day): Message {
  return {
    text: `Организацию и роль меняет координатор: я передал ему вашу просьбу, срок — ${shortDay(dueOn, today)}. Он напишет вам или уточнит. Остальное исправил.`,
    buttons: [[buttons.ask]],
  };
}

/** For coordinators: a request with its day. */
export function requestNews(request: DataRequest, who: string, today: Day): Message {
  return {
    text: `🔐 Запрос № ${request.id} о персональных данных — ${kindNames[request.kind]}${who === '' ? '' : `: ${who}`}, срок — ${shortDay(request.dueOn, today)}. ${itself(request)}`,
    buttons: [[{ label: 'Открыть запрос', action: `privacy:request:${request.id}` }]],
  };
}

function itself({ kind, facts }: DataRequest): string {
  if (facts.wish !== undefined) return `Просит: ${facts.wish}. Когда сделаете, отметьте задачу готовой.`;
  return kind === 'erase'
    ? 'Я удалю данные в этот день; можно и сразу.'
    : 'Когда сделаете, отметьте задачу готовой.';
}

export function requestsList(requests: readonly RequestCard[], today: Day, mayName: boolean): Message {
  if (requests.length === 0) return { text: 'Открытых запросов о персональных данных нет.' };
  const shown = requests.slice(0, limits.buttonRows);
  const rest = requests.length - shown.length;
  return {
    text: [
      'Запросы о персональных данных:',
      ...shown.map((each) => `• ${requestHead(each, mayName)}, срок — ${shortDay(each.dueOn, today)}`),
      ...(rest > 0 ? [`…и ещё ${counted(rest, requestForms)}`] : []),
    ].join('\n'),
    buttons: shown.map(({ id }) => [{ label: `Запрос № ${id}`, action: `privacy:request:${id}` }]),
  };
}

function requestHead(request: RequestCard, mayName: boolean): string {
  const who = mayName ? shortName(request) : '';
  return `№ ${request.id} — ${kindNames[request.kind]}${who === '' ? '' : `, ${who}`}`;
}

export function requestCard(request: RequestCard, today: Day, mayName: boolean): Message {
  const lines = [`Запрос ${requestHead(request, mayName)}.`, `Срок — ${shortDay(request.dueOn, today)}.`];
  if (request.kind !== 'erase') return { text: [...lines, itself(request)].join('\n') };
  if (request.state === 'farewell') return { text: [...lines, hastened()].join('\n') };
  return {
    text: [...lines, 'Данные удалятся в этот день сами. Удалить сейчас — без возврата.'].join('\n'),
    buttons: [[{ label: 'Удалить сейчас', action: `privacy:erase-now:${request.id}`, tone: 'negative' }]],
  };
}

export function hastened(): string {
  return 'Прощаюсь с человеком и стираю данные — это займёт до часа, ночью — до утра.';
}

/** For whoever nobody knows yet. */
export function strangerPrivacy(): Message {
  return {
    text: 'Мы не знакомы, поэтому я храню только номер вашего аккаунта в мессенджере, начатую анкету и вопросы, если они были. Могу стереть и это.',
    buttons: [[privacyButtons.forget], [buttons.ask]],
  };
}

export function askForget(): Message {
  return {
    text: 'Стереть всё, что связано с этим аккаунтом? Начатая анкета пропадёт.',
    buttons: [[privacyButtons.forgetYes], [buttons.cancel]],
  };
}

export function forgotten(): Message {
  return { text: 'Стёр. Напишете снова — начнём с чистого листа.', menu: 'hide' };
}
