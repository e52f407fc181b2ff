import type { AnswerFault } from '../../domain/forms/form.ts';
import type { Button, Message } from '../../domain/messages/message.ts';
import { counted } from '../plural.ts';
import { elsewhereButton } from '../registration.ts';
import { buttons as talkButtons } from '../talk.ts';
import type { FormWords, QuestionWords } from './form-words.ts';

/** What the form engine itself says, whatever the form; labels beside a question are words that may be typed, too. */
export const navigation = {
  back: 'Назад',
  skip: 'Пропустить',
  later: 'Отложить',
  keep: 'Оставить как есть',
  done: 'Готово',
} as const;
type Navigation = keyof typeof navigation;

export const labels = {
  change: 'Изменить',
  toSummary: 'К анкете',
  wholeList: 'Весь список',
  agree: 'Даю согласие',
  notNow: 'Не сейчас',
  contact: '📱 Отправить мой номер',
  earlier: '‹',
  further: '›',
} as const;

export const resumeButton = {
  label: 'Продолжить анкету',
  action: 'form:resume',
  tone: 'primary',
} as const satisfies Button;
export const pageButton: Button = { label: '🌐 Заполнить на странице', action: 'page:form' };

/** What a word typed instead of a button of the question means. */
export function readNavigation(text: string): Navigation | null {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const all = Object.keys(navigation) as Navigation[];
  return all.find((key) => navigation[key].toLowerCase() === word) ?? null;
}

/** «Анкета наставника · шаг 3 из 16». */
export function progressLine(title: string, { step, of }: { step: number; of: number }): string {
  return `${title} · шаг ${step} из ${of}`;
}

export function questionLines(words: QuestionWords, progress: string, now: string | null): string[] {
  return [
    progress,
    '',
    words.ask,
    ...(words.hint === undefined ? [] : [words.hint]),
    ...(now === null ? [] : ['', `Сейчас: ${now}`]),
  ];
}

export const markedNothing = 'Пока ничего не отмечено.';
/** «Готово» with nothing marked. */
export function markSomething(own: boolean): string {
  return own ? 'Отметьте хотя бы одно или напишите своими словами.' : 'Отметьте хотя бы одно.';
}

export function markedLine(marked: string): string {
  return `Отмечено: ${marked}`;
}

/** `own`: whether what was typed may be taken as own words. */
export function searchLine(search: string, found: number, own: boolean): string {
  if (found > 0) return `По слову «${search}» нашлось: ${found}.`;
  return own
    ? `В списке нет «${search}» — можно добавить своими словами.`
    : `В списке нет «${search}». Попробуйте другое слово или выберите из списка.`;
}

export function addOwn(words: string): string {
  return `+ «${words}»`;
}

export function searchOrganization(search: string, found: number, shown: number): string {
  if (search === '') return 'Напишите номер или часть названия, например «шк 15».';
  if (found === 0) {
    return `Не нашёл «${search}». Попробуйте иначе: номер, часть названия или как её обычно зовут. Если вашей организации нет, напишите координатору — он её добавит.`;
  }
  if (found > shown)
    return `Нашлось ${counted(found, ['организация', 'организации', 'организаций'])}: вот первые. Уточните, если нужной нет.`;
  return 'Нажмите на нужную. Если её здесь нет, напишите иначе.';
}

export function answeredLine(name: string, answer: string): string {
  return `${name}: ${answer}`;
}

export const skipped = 'пропущено';
export const fileKept = 'файл получен';
export const consentGiven = 'дано';
export const fine = 'Хорошо.';

export function consentTaken(title: string): string {
  return `✅ ${title}\nСогласие дано.`;
}

export function consentNotNow(title: string): string {
  return `${title}\nПока без согласия.`;
}

/** A consent without which the form cannot go on was put off. */
export function consentNeeded(): Message {
  return {
    text: [
      'Понимаю. Без этого согласия закон не разрешает принять анкету, поэтому я её отложил — всё, что вы написали, сохранится.',
      '',
      'Передумаете — нажмите «Продолжить анкету». Удобнее подписать на бумаге — напишите координатору.',
    ].join('\n'),
    buttons: [[resumeButton], [talkButtons.ask]],
  };
}

export function notOpenYet(): Message {
  return {
    text: 'Регистрация пока не открылась: организаторы готовят документы. Я сохранил всё, что вы успели написать. Загляните, пожалуйста, чуть позже или спросите координатора.',
    buttons: [[resumeButton], [talkButtons.ask]],
  };
}

export function summaryText({ title }: FormWords, lines: readonly string[]): string {
  return [`${title} · проверьте, пожалуйста`, '', ...lines].join('\n');
}

export function changeWhat(): string {
  return 'Что изменить?';
}

export function changing(name: string): string {
  return `Меняем: ${name}`;
}

/** `page`: whether the form may be gone on with on our own page, too. */
export function laidAside(page: boolean): Message {
  return {
    text: 'Отложил. Ничего не пропало: продолжить можно в любой день, здесь или в другом мессенджере.',
    buttons: [[resumeButton], ...(page ? [[pageButton]] : []), [elsewhereButton]],
  };
}

export function reminder(
  title: string,
  question: string | null,
  progress: { step: number; of: number },
): string {
  if (question === null) return `${title} заполнена и ждёт отправки.`;
  return `${progressLine(title, progress)}. Жду ответа на вопрос «${question}».`;
}

export function comesBack(title: string): string {
  return `А теперь вернёмся: ${title}.`;
}

export const waits = 'Анкета ждёт другого человека. Как только можно будет продолжить, я напишу.';
export const alreadyTaken = 'Уже записано 👍';
export const oldButton = 'Этот вопрос уже позади';
export const foreignContact = 'Это чужой контакт. Пришлите, пожалуйста, свой номер кнопкой или напишите его.';
export const pressInstead = 'Здесь нужна кнопка.';
export const notOptional = 'Этот вопрос пропустить нельзя.';
export const firstQuestion = 'Раньше этого вопроса вопросов нет.';

const faults: Record<AnswerFault['code'], (facts: AnswerFault['facts']) => string> = {
  empty: () => 'Здесь нужен ответ.',
  'too-long': ({ max = '', length = '' }) =>
    `Получилось длинно: ${length} знаков, а поместится ${max}. Сократите, пожалуйста.`,
  'not-a-name': () => 'В имени могут быть только буквы, дефис и апостроф. Напишите, пожалуйста, ещё раз.',
  'not-a-number': () => 'Напишите, пожалуйста, одно целое число, например 5.',
  'too-small': ({ min = '', max = '' }) => `Маловато: нужно число от ${min} до ${max}.`,
  'too-large': ({ min = '', max = '' }) => `Многовато: нужно число от ${min} до ${max}.`,
  'not-a-date': () => 'Не понял дату. Напишите, например, 15.03.2022.',
  'in-future': () => 'Эта дата ещё не наступила. Проверьте, пожалуйста.',
  'not-a-phone': () => 'Не похоже на номер телефона. Напишите его, например, так: +7 912 345-67-89.',
  'not-an-option': () => 'Такого варианта нет. Выберите, пожалуйста, из предложенных.',
  'too-many': ({ max = '' }) => `Своими словами можно добавить не больше ${max}.`,
  'no-organization': () => 'Не нашёл такой организации. Напишите номер или часть названия.',
  'wrong-file': () => 'Подойдёт PDF или фото, до 20 МБ. Пришлите, пожалуйста, такой файл.',
  'press-button': () => 'Согласие принимается только кнопкой: так требует закон. Прочитайте и нажмите.',
  'only-words': () => 'Напишите, пожалуйста, словами.',
};

/** Why an answer is not taken; the same words in the chat and on the page. */
export function faultText(fault: AnswerFault, words?: QuestionWords): string {
  return words?.faults?.[fault.code] ?? faults[fault.code](fault.facts);
}

const refusals: Record<string, string> = {
  'already-applied': 'Ваша заявка по этой анкете уже у нас: вторая не нужна.',
  'consent-missing': 'Одно из согласий больше не действует. Спрошу о нём ещё раз.',
  'state-passed': 'Эта заявка уже отправлена.',
  'too-many-applications': 'На сегодня заявок уже много. Продолжим завтра — ответы сохранены.',
};

/** A rule stood in the way of sending the form or of a consent in it. */
export function formRefused(code: string): Message {
  const text =
    refusals[code] ?? 'Сейчас так не получится. Ответы сохранены — спросите, пожалуйста, координатора.';
  return { text, buttons: [[talkButtons.ask]] };
}
