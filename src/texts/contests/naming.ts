import type { Contest } from '../../domain/contests/contest.ts';
import type { Entry } from '../../domain/contests/entry.ts';
import { type Button, limits, type Message } from '../../domain/messages/message.ts';
import type { Person } from '../../domain/people/person.ts';
import { postUrl } from '../../domain/posts/post.ts';
import { namelessHint } from '../pair-talk.ts';
import { shortName } from '../people.ts';
import { buttons } from '../talk.ts';
import { clip } from '../tasks.ts';
import { entryAction } from './actions.ts';
import { entryButton, inContest } from './check-result.ts';

/** Naming the mentor a work is about: asked, answered, told. */

export const namingWords = { agreed: 'Записал: согласны', declined: 'Записал: не называть' } as const;

const answers: Record<NonNullable<Entry['mentorAnswer']>, string> = {
  asked: 'ждём согласия',
  agreed: 'согласен(на) быть названным',
  declined: 'просит не называть',
};

/** «Орлова А. И. — ждём согласия». */
export function mentorLine(entry: Entry, mentor: Person | null, mayName: boolean): string | null {
  if (entry.mentorId === null || entry.mentorAnswer === null) return null;
  return `${mayName && mentor !== null ? shortName(mentor) : 'наставник'} — ${answers[entry.mentorAnswer]}`;
}

/** `own`: mentors of one's own pairs. Without names they are told apart by their number alone. */
export function chooseMentor(entry: Entry, own: readonly Person[], mayName: boolean): Message {
  const shown = own.slice(0, limits.buttonRows - 3);
  const label = (person: Person, index: number) =>
    mayName ? shortName(person) : own.length === 1 ? 'Мой наставник' : `Наставник из пары ${index + 1}`;
  const rows = shown.map((person, index): Button[] => [
    { label: clip(label(person, index), limits.label), action: entryAction('mentor', entry.id, person.id) },
  ]);
  return {
    text: [
      'О каком наставнике работа? Я спрошу, согласен ли он быть названным: без согласия имя нигде не появится.',
      ...(mayName ? [] : ['', namelessHint]),
    ].join('\n'),
    buttons: [
      ...rows,
      ...(mayName ? [[{ label: 'Другой наставник', action: entryAction('other-mentor', entry.id) }]] : []),
      ...(entry.mentorId === null
        ? []
        : [[{ label: 'Никого не называть', action: entryAction('nobody', entry.id) }]]),
      [entryButton(entry)],
    ],
  };
}

export function askSurname(again = false): Message {
  const ask = 'Напишите фамилию наставника. Ищу среди наставников вашей организации.';
  return { text: again ? `Фамилия нужна буквами. ${ask}` : ask, buttons: [[buttons.cancel]] };
}

export function mentorsFound(entry: Entry, found: readonly Person[]): Message {
  if (found.length === 0) {
    return {
      text: 'Такого наставника в вашей организации не нашёл. Проверьте фамилию и напишите ещё раз.',
      buttons: [[buttons.cancel], [buttons.ask]],
    };
  }
  return {
    text: 'Кто из них? Нет нужного — напишите фамилию точнее.',
    buttons: [
      ...found.slice(0, limits.buttonRows - 1).map((person): Button[] => [
        {
          label: clip(shortName(person), limits.label),
          action: entryAction('mentor', entry.id, person.id),
        },
      ]),
      [buttons.cancel],
    ],
  };
}

/** `told`: the mentor was written to; otherwise they read it once they come. */
export function mentorAsked(entry: Entry, told: boolean): Message {
  return {
    text: told
      ? 'Спросил наставника. Как только ответит, напишу.'
      : 'Записал. Наставник увидит вопрос, когда откроет «Конкурсы» в боте: подскажите ему.',
    buttons: [[entryButton(entry)]],
  };
}

export function nobodyNamed(entry: Entry): Message {
  return { text: 'Хорошо, никого не называем.', buttons: [[entryButton(entry)]] };
}

/** To the mentor. `author`: empty where the name may not be said. */
export function askNaming(entry: Entry, contest: Contest, author: string): Message {
  const who = author === '' ? 'Участник конкурса' : author;
  return {
    text: [
      `🏆 ${who} подаёт работу на конкурс ${inContest(entry, contest)} и хочет назвать в ней вас своим наставником.`,
      ...(entry.post === null ? [] : ['', `Публикация: ${postUrl(entry.post)}`]),
      '',
      'Вы согласны быть названным? Ответ можно изменить в любой момент: «Конкурсы» → «Меня называют в работах».',
    ].join('\n'),
    buttons: [
      [
        { label: 'Согласен(на)', action: entryAction('agree', entry.id), tone: 'positive' },
        { label: 'Нет', action: entryAction('refuse', entry.id), tone: 'negative' },
      ],
      [buttons.ask],
    ],
  };
}

/** After the mentor's word: what it was, and the other one. */
export function namingAnswered(entry: Entry, contest: Contest): Message {
  const agreed = entry.mentorAnswer === 'agreed';
  return {
    text: agreed
      ? `✅ Спасибо! Вы согласны быть названным в работе на конкурс ${inContest(entry, contest)}.`
      : `Хорошо, в работе на конкурс ${inContest(entry, contest)} вас называть не будем.`,
    buttons: [
      [
        agreed
          ? { label: 'Больше не называть', action: entryAction('refuse', entry.id) }
          : { label: 'Всё-таки согласен(на)', action: entryAction('agree', entry.id) },
      ],
    ],
  };
}

/** To the author. `mentor`: empty where the name may not be said. */
export function namingNews(entry: Entry, contest: Contest, mentor: string): Message {
  const who = mentor === '' ? 'Наставник' : mentor;
  const text =
    entry.mentorAnswer === 'agreed'
      ? `✅ ${who}: согласие быть названным в вашей работе на конкурс ${inContest(entry, contest)} есть.`
      : `${who} просит не называть себя в вашей работе на конкурс ${inContest(entry, contest)}. Уберите, пожалуйста, имя из текста публикации или работы.`;
  return { text, buttons: [[entryButton(entry)]] };
}

export function noNamings(): Message {
  return { text: 'Сейчас вас ни в одной работе не называют.' };
}
