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

type Named = { key: Platform; name: string };

/** Where to be reminded; without buttons while there is nothing to choose from. */
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
      // Rows are left for «где пишу последним», for hours and for the pause.
      ...linkedPlatforms.slice(0, limits.buttonRows - 3).map((each) => choice(each.name, each.key)),
      choice('Где пишу последним', null),
    ],
  };
}

const hoursNames: Record<WritingHours, string> = {
  morning: 'утром, 9–12',
  noon: 'днём, 12–15',
  evening: 'после уроков, 15–18',
  any: 'в любое рабочее время',
};

/** All settings; `where` is the message above. */
export function allSettings(where: Message, wishes: WritingWishes, today: Day): Message {
  const hours = chosenHours(wishes);
  const when = hours === null ? `с ${wishes.writeFrom} до ${wishes.writeTo}` : hoursNames[hours];
  const lines = [where.text, '', `Когда: ${when}.`];
  const paused = isPaused(wishes, today);
  if (paused) lines.push(`Пауза: до ${dayText(String(wishes.pausedUntil))} включительно сам я не пишу.`);
  return {
    text: lines.join('\n'),
    buttons: [
      ...(where.buttons ?? []),
      [{ label: '🕘 Когда писать', action: 'when:' }],
      [paused ? { label: '▶️ Снова писать', action: 'pause:off' } : { label: '⏸ Пауза', action: 'pause:' }],
    ],
  };
}

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
