import type { Day } from '../domain/calendar/day.ts';
import type { Button, Message } from '../domain/messages/message.ts';
import type { Meeting } from '../domain/pairs/pair.ts';
import { shortDay } from './dates.ts';
import { counted } from './plural.ts';
import { buttons } from './talk.ts';

/** What the chat says about meetings of a pair. */

export function askDay(pairId: string, again = false): Message {
  return {
    text: again
      ? 'Такой даты я не понял, или она ещё впереди. Напишите, например: 5.10.2022.'
      : 'Когда была встреча?',
    buttons: [
      [
        { label: 'Сегодня', action: `pair:day0:${pairId}` },
        { label: 'Вчера', action: `pair:day1:${pairId}` },
        { label: 'Другой день', action: `pair:day:${pairId}` },
      ],
      [buttons.cancel],
    ],
  };
}

export function askTypedDay(): Message {
  return { text: 'Напишите дату, например 5.10.2022 или 5 октября 2022.', buttons: [[buttons.cancel]] };
}

export function askTopic(again = false): Message {
  return {
    text: again
      ? 'Тема нужна словами, до 300 знаков.'
      : 'О чём была встреча? Напишите тему одним сообщением, без имён и личного.',
    buttons: [[buttons.cancel]],
  };
}

export function askMark(pairId: string): Message {
  const mark = (value: number): Button => ({ label: String(value), action: `pair:mark${value}:${pairId}` });
  return {
    text: 'Насколько полезной была встреча? 5 — очень полезной.',
    buttons: [
      [1, 2, 3, 4, 5].map(mark),
      [
        { label: 'Без оценки', action: `pair:mark0:${pairId}` },
        { label: 'Встречу перенесли', action: `pair:moved:${pairId}` },
      ],
      [buttons.cancel],
    ],
  };
}

export function meetingNoted(meeting: Meeting, today: Day): Message {
  const what = meeting.outcome === 'held' ? 'Встречу записал' : 'Записал: встречу перенесли';
  return {
    text: `✅ ${what}: ${shortDay(meeting.on, today)}, «${meeting.topic}».`,
    buttons: [
      [
        { label: 'Все встречи', action: `pair:meetings:${meeting.pairId}` },
        { label: 'К паре', action: `pair:show:${meeting.pairId}` },
      ],
    ],
  };
}

const meetingForms = ['встреча', 'встречи', 'встреч'] as const;
const shownMeetings = 10;

/** Newest first; `mayConfirm`: the reader learns in this pair. A topic is in somebody’s own words. */
export function meetingList(
  pairId: string,
  meetings: readonly Meeting[],
  { today, mayConfirm, mayName }: { today: Day; mayConfirm: boolean; mayName: boolean },
): Message {
  const shown = meetings.slice(0, shownMeetings);
  const waiting = mayConfirm
    ? shown.filter(({ outcome, confirmedAt }) => outcome === 'held' && confirmedAt === null).slice(0, 4)
    : [];
  const more = meetings.length > shown.length ? `\n\nПоказаны последние ${shownMeetings}.` : '';
  return {
    text: `${counted(meetings.length, meetingForms)}:\n${shown.map((each) => meetingLine(each, today, mayName)).join('\n')}${more}`,
    buttons: [
      ...waiting.map((meeting): Button[] => [
        {
          label: `Была: ${shortDay(meeting.on, today)}`,
          action: `pair:seen:${meeting.id}`,
          tone: 'positive',
        },
      ]),
      [{ label: 'К паре', action: `pair:show:${pairId}` }],
    ],
  };
}

function meetingLine(
  { on, topic, outcome, mark, confirmedAt }: Meeting,
  today: Day,
  mayName: boolean,
): string {
  const how = outcome === 'moved' ? ', перенесли' : mark === null ? '' : `, ${mark} из 5`;
  return `• ${shortDay(on, today)}${mayName ? ` — ${topic}` : ''}${how}${confirmedAt === null ? '' : ' ✓'}`;
}

/** For whoever learns, when the mentor has noted a meeting. */
export function meetingNews(meeting: Meeting, today: Day, mayName: boolean): Message {
  const topic = mayName ? `, тема: «${meeting.topic}»` : '';
  return {
    text: `Наставник отметил встречу ${shortDay(meeting.on, today)}${topic}. Она была?`,
    buttons: [
      [{ label: 'Да, была', action: `pair:seen:${meeting.id}`, tone: 'positive' }],
      [{ label: 'Другое — напишу', action: buttons.ask.action }],
    ],
  };
}
