import type { Chat } from './conversation.ts';

/** Words are typed, what begins with «>» is the label of a button. */
export async function goes(chat: Chat, steps: readonly string[]): Promise<void> {
  for (const step of steps) {
    if (step.startsWith('>')) await chat.presses(step.slice(1));
    else await chat.says(step);
  }
}

/** A button of a message long gone, or one that nobody was ever shown. */
export function pressesAction(chat: Chat, action: string): Promise<string[]> {
  return chat.does({ kind: 'press', action, callbackId: 'old', messageId: '' });
}

const agree = '>Даю согласие';
const school = ['шк 3', '>Школа № 3'];

/** How each role answers its form, from the first question to what stands before «Отправить». */
export const steps = {
  mentor: (names: string) => [
    ...[agree, ...names.split(' '), ...school, 'учитель', 'физика', '12 лет', '>Высшая', '>До трёх лет'],
    ...['1', '>Готово', '>Учитель — учитель', '>Готово', '2', 'Помогу с уроками', '>Через бота', agree],
  ],
  mentee: (names: string) => [
    ...[agree, ...names.split(' '), ...school, 'учитель', '>Пропустить', '2021', '1', '>Готово'],
    ...['>Пропустить', '>По телефону', '8 (912) 345-67-89', agree],
  ],
  staff: (names: string, role: string) => [
    ...[agree, ...names.split(' '), `>${role}`, ...school, '>Пропустить', '>Пропустить'],
  ],
  /** Up to the birth year. */
  pupil: (names: string, birthYear: number) => [...names.split(' '), ...school, '8Б', String(birthYear)],
  /** What a pupil is asked once nothing stands in the way. */
  pupilRest: ['>Мне нужен наставник', '1', '>Готово', '>Пропустить'],
  representative: (names: string) => [
    ...[agree, ...names.split(' '), '>Мать или отец', '+7 912 345-67-80', agree, agree, '>Не сейчас'],
  ],
};

/** The code or the secret that a message shows for somebody else or another messenger. */
export function codeIn(text: string): string {
  const code = /Код: ([0-9A-Z-]{11})/.exec(text)?.[1];
  if (code === undefined) throw new Error('no code in the message');
  return code;
}
