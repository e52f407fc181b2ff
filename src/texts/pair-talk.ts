import type { Day } from '../domain/calendar/day.ts';
import { type Button, limits, type Message } from '../domain/messages/message.ts';
import type { Agreement, PairCard } from '../domain/pairs/pair.ts';
import { shortDay } from './dates.ts';
import { memberName, mentoringFormWords, pairStateWords } from './pairs.ts';
import { buttons } from './talk.ts';
import { clip } from './tasks.ts';

/** What the chat says about pairs to those who are in them. */

export const pairWords = {
  agreed: 'Записал: согласны',
  declined: 'Записал: не подходит',
  over: 'Это предложение уже не действует',
  consents: 'Кто-то отозвал согласие на участие: пару сейчас создать нельзя',
  reason: 'Напишите причину',
  noted: 'Встреча записана',
  confirmed: 'Спасибо, подтвердили',
  notAtWork: 'Встречи отмечают, пока пара работает',
} as const;

export const myPairsButton: Button = { label: 'Мои пары', action: 'pair:mine' };

/** Instead of a name that may not stand here. */
export const namelessHint =
  'Имён в этом мессенджере я не называю. Кто это, подскажет куратор: нажмите «Задать вопрос».';

/** As whom the reader is in it; `pupilId`: of a representative. */
export type Part = { personId: string; pupilId: string | null };

export function otherSide(pair: PairCard, subjectId: string) {
  if (pair.mentor.id !== subjectId) return [pair.mentor];
  return pair.mentees.filter(({ leftAt }) => leftAt === null);
}

export function subjectOf(pair: PairCard, personId: string) {
  return [pair.mentor, ...pair.mentees].find(({ id }) => id === personId) ?? pair.mentor;
}

/** «Наставник: Орлова А. И.», for a group «Наставляемые: …». */
export function otherLine(pair: PairCard, subjectId: string): string {
  const others = otherSide(pair, subjectId);
  const isMentor = pair.mentor.id !== subjectId;
  const word = isMentor ? 'Наставник' : others.length > 1 ? 'Наставляемые' : 'Наставляемый';
  return `${word}: ${others.map(memberName).join(', ')}`;
}

export function termLine({ fromOn, toOn }: Pick<PairCard, 'fromOn' | 'toOn'>, today: Day): string {
  return `Срок: с ${shortDay(fromOn, today)} по ${shortDay(toOn, today)}`;
}

function aboutLines(pair: PairCard, subjectId: string, today: Day, mayName: boolean): string[] {
  const isMentor = pair.mentor.id === subjectId;
  return [
    mayName ? otherLine(pair, subjectId) : isMentor ? 'Вы — наставник' : 'Вы — наставляемый',
    `Форма: ${mentoringFormWords(pair.form)}`,
    `Организация: ${pair.organizationName}`,
    termLine(pair, today),
    // In somebody’s own words, which may name anybody.
    ...(mayName && pair.goal !== '' ? [`Цель: ${pair.goal}`] : []),
  ];
}

/** `turn`: which reminder it is; 0 for the question itself. */
export function proposal(
  pair: PairCard,
  agreement: Agreement,
  today: Day,
  mayName: boolean,
  turn = 0,
): Message {
  const subject = subjectOf(pair, agreement.personId);
  const represents = agreement.giver === 'representative';
  const whose = mayName
    ? `${memberName(subject)}, которого вы представляете`
    : 'ученика, которого вы представляете';
  const head = represents
    ? `🤝 Предлагаем наставническую пару для участника: ${whose}.`
    : '🤝 Предлагаем вам наставническую пару.';
  const ask = represents ? 'Вы согласны?' : 'Вам подходит?';
  const remind = turn === 0 ? '' : 'Напоминаю: мы ждём вашего ответа.\n\n';
  const about = aboutLines(pair, subject.id, today, mayName);
  const lines = represents && !mayName ? about.slice(1) : about;
  return {
    text: `${remind}${head}\n\n${lines.join('\n')}\n\n${mayName ? '' : `${namelessHint}\n\n`}${ask}`,
    buttons: [
      [
        { label: 'Согласен(на)', action: `pair:yes:${agreement.id}`, tone: 'positive' },
        { label: 'Не подходит', action: `pair:no:${agreement.id}`, tone: 'negative' },
      ],
      [mayName ? { label: 'Кто это?', action: `pair:who:${agreement.id}` } : buttons.ask],
    ],
  };
}

export function askWhyNot(agreementId: string, again = false): Message {
  return {
    text: again
      ? 'Причина нужна словами, до 500 знаков. Или нажмите кнопку.'
      : 'Почему не подходит? Напишите одним сообщением: прочитают только сотрудники программы. Можно и без причины.',
    buttons: [
      [{ label: 'Без причины', action: `pair:nowhy:${agreementId}` }],
      [{ label: 'Вернуться к предложению', action: `pair:ask:${agreementId}` }],
    ],
  };
}

/** What follows for whoever has just answered. */
export function answered(pair: PairCard, answer: 'agreed' | 'declined'): Message {
  const text =
    answer === 'declined'
      ? 'Хорошо, записал: не подходит. Куратор узнает и подберёт другой вариант.'
      : pair.state === 'agreed'
        ? '✅ Спасибо! Согласны все. Дальше — приказ; о нём напишу.'
        : '✅ Спасибо, согласие записал. Ждём ответа остальных.';
  return { text, buttons: [[myPairsButton]] };
}

export function noPairs(): Message {
  return {
    text: 'Пар у вас пока нет. Когда куратор предложит пару, я сразу напишу.',
    buttons: [[buttons.ask]],
  };
}

const shownPairs = limits.buttonRows - 1;

export function pairList(pairs: readonly PairCard[], personId: string, mayName: boolean): Message {
  const label = (pair: PairCard, index: number) => {
    const who = mayName ? otherSide(pair, personId).map(memberName).join(', ') : `Пара ${index + 1}`;
    return `${who} — ${pairStateWords[pair.state]}`;
  };
  return {
    text: `Ваши пары:\n${pairs.map((pair, index) => `• ${label(pair, index)}`).join('\n')}`,
    buttons: pairs
      .slice(0, shownPairs)
      .map((pair, index) => [
        { label: clip(label(pair, index), limits.label), action: `pair:show:${pair.id}` },
      ]),
  };
}

export function pairCard(pair: PairCard, personId: string, today: Day, mayName: boolean): Message {
  const { held, lastOn } = pair.meetings;
  const met =
    held === 0 ? 'Встреч пока нет' : `Встреч: ${held}, последняя ${shortDay(lastOn ?? today, today)}`;
  const paused = pair.pausedAt === null || pair.closedAt !== null ? '' : ' (пауза: отпуск)';
  const isMentor = pair.mentor.id === personId;
  const rows: Button[][] = [];
  if (isMentor && pair.state === 'active') {
    rows.push([{ label: 'Отметить встречу', action: `pair:met:${pair.id}`, tone: 'primary' }]);
  }
  const more: Button[] = [];
  if (held > 0) more.push({ label: 'Встречи', action: `pair:meetings:${pair.id}` });
  if (mayName) more.push({ label: 'Кто это?', action: `pair:person:${pair.id}` });
  if (more.length > 0) rows.push(more);
  return {
    text: [
      `Пара ${pairStateWords[pair.state]}${paused}`,
      ...aboutLines(pair, personId, today, mayName),
      ...(pair.state === 'proposed' || pair.state === 'agreed' ? [] : [met]),
    ].join('\n'),
    buttons: [...rows, [buttons.ask]],
  };
}
