import type { Day } from '../domain/calendar/day.ts';
import { monthOf } from '../domain/calendar/day.ts';
import { type Button, limits, type Message } from '../domain/messages/message.ts';
import type { Platform } from '../domain/people/channel.ts';
import {
  chosenHours,
  isPaused,
  type Pause,
  type WritingHours,
  type WritingWishes,
  writingHours,
} from '../domain/people/writing-wishes.ts';
import { dayText } from './dates.ts';
import { elsewhereButton } from './registration.ts';
import { clip } from './tasks.ts';

type Named = { key: Platform; name: string };

/** Where to be reminded; whoever has one messenger only is offered the other. */
export function whereToWrite(
  current: Platform | null,
  linkedPlatforms: readonly Named[],
  others: readonly Named[],
): Message {
  const name = linkedPlatforms.find(({ key }) => key === current)?.name;
  const chosen =
    linkedPlatforms.length > 1 ? (name ?? 'там, где вы писали последним') : linkedPlatforms[0]?.name;
  const text = [`Где напоминать: ${chosen ?? 'здесь'}.`];
  if (others.length > 0) {
    text.push(
      '',
      `Удобнее ${others.map((each) => each.name).join(' или ')}? Нажмите «${connectLabel(others)}» — пришлю ссылку и код, по которым я узнаю вас и там.`,
    );
  }
  if (linkedPlatforms.length < 2) {
    const connect = { ...elsewhereButton, label: connectLabel(others) };
    return { text: text.join('\n'), buttons: others.length > 0 ? [[connect]] : [] };
  }
  const choice = (label: string, key: Platform | null): Button[] => [
    { label: key === current ? `✓ ${label}` : label, action: `remind:${key ?? ''}` },
  ];
  return {
    text: text.join('\n'),
    buttons: [
      // Rows are left for «где пишу последним», for hours and for the pause.
      ...linkedPlatforms.slice(0, limits.buttonRows - 3).map((each) => choice(each.name, each.key)),
      choice('Где пишу последним', null),
    ],
  };
}

function connectLabel(others: readonly Named[]): string {
  const [only, ...more] = others;
  const what = only === undefined || more.length > 0 ? 'другой мессенджер' : only.name;
  return clip(`Подключить ${what}`, limits.label);
}

const hoursNames: Record<WritingHours, string> = {
  morning: 'утром, 9–12',
  noon: 'днём, 12–15',
  evening: 'после уроков, 15–18',
  any: 'в любое рабочее время',
};

export const erasing = 'Ваши данные удаляются: сам я не пишу';

/** All settings; `where` is the message above. `isErased`: their data is about to go. */
export function allSettings(where: Message, wishes: WritingWishes, today: Day, isErased: boolean): Message {
  const hours = chosenHours(wishes);
  const when = hours === null ? `с ${wishes.writeFrom} до ${wishes.writeTo}` : hoursNames[hours];
  const lines = [where.text, '', `Когда: ${when}.`];
  const paused = isPaused(wishes, today);
  if (isErased) lines.push(`${erasing}. Передумали — откройте «Мои данные».`);
  else if (paused) lines.push(`Пауза: до ${dayText(String(wishes.pausedUntil))} включительно сам я не пишу.`);
  return {
    text: lines.join('\n'),
    buttons: [
      ...(where.buttons ?? []),
      [{ label: '🕘 Когда писать', action: 'when:' }],
      [isErased ? myData : paused ? writeAgain : pause],
    ],
  };
}

const myData: Button = { label: '🔒 Мои данные', action: 'privacy:show' };
const writeAgain: Button = { label: '▶️ Снова писать', action: 'pause:off' };
const pause: Button = { label: '⏸ Пауза', action: 'pause:' };

export function askHours(wishes: WritingWishes): Message {
  const chosen = chosenHours(wishes);
  const keys = Object.keys(writingHours) as WritingHours[];
  const option = (key: WritingHours): Button[] => [
    { label: `${key === chosen ? '✓ ' : ''}${capital(hoursNames[key])}`, action: `when:${key}` },
  ];
  return {
    text: 'Когда вам удобнее получать напоминания? Пишу только в рабочие дни.',
    buttons: [...keys.map(option), back],
  };
}

export function askPause(today: Day): Message {
  const option = (label: string, pause: Pause): Button[] => [{ label, action: `pause:${pause}` }];
  // In September «до 1 сентября» would be a year.
  const summerIsNear = monthOf(today) >= 4 && monthOf(today) <= 8;
  return {
    text: 'На сколько замолчать? Задачи и сроки никуда не денутся, а на ваши сообщения я отвечу.',
    buttons: [
      option('На неделю', 'week'),
      option('На две недели', 'fortnight'),
      ...(summerIsNear ? [option('До 1 сентября', 'summer')] : []),
      back,
    ],
  };
}

const back: Button[] = [{ label: '← Назад', action: 'settings' }];

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
