import type { Message } from '../domain/messages/message.ts';
import { buttons } from './talk.ts';

/** Whom a question can be put to. */
export type Asked = 'curator' | 'coordinator';

const toWhom: Record<Asked, string> = { curator: 'куратору', coordinator: 'координатору' };
const ofWhom: Record<Asked, string> = { curator: 'куратора', coordinator: 'координатора' };
const who: Record<Asked, string> = { curator: 'куратор', coordinator: 'координатор' };

export function chooseWhomToAsk(): Message {
  return {
    text: 'Кому передать вопрос? Куратор — в вашей организации, координатор — один на весь город.',
    buttons: [
      [
        { label: 'Куратору', action: 'ask:curator' },
        { label: 'Координатору', action: 'ask:coordinator' },
      ],
    ],
  };
}

export function askQuestion(asked: Asked): Message {
  return {
    text: `Напишите вопрос одним сообщением. Передам ${toWhom[asked]}, ответ пришлю сюда.`,
    buttons: [[buttons.cancel]],
  };
}

export function onlyWords(): Message {
  return {
    text: 'В вопрос поместятся только слова. Напишите, пожалуйста, текстом.',
    buttons: [[buttons.cancel]],
  };
}

/** `asked`: who got it; the coordinator also where no curator could be reached. */
export function questionSent(wished: Asked, asked: Asked): string {
  const instead =
    wished === asked ? '' : `Ваш ${who[wished]} пока не в боте, поэтому передал ${toWhom[asked]}.`;
  return `${instead || 'Передал.'} Как только ${who[asked]} ответит, я напишу вам сюда.`;
}

export function nobodyToAsk(): string {
  return 'Координатор пока не подключился к боту, передать некому. Попробуйте, пожалуйста, завтра.';
}

export function enoughQuestions(): string {
  return 'На сегодня вопросов уже пять. Все они переданы — дождитесь, пожалуйста, ответа.';
}

/** `asker`: the name or organization, whichever may be shown; empty for somebody unknown. */
function questionText(question: string, asker: string): string {
  const from = asker === '' ? 'от человека, которого я пока не знаю' : `— ${asker}`;
  return `💬 Вопрос ${from}:\n\n${question}`;
}

export function questionForStaff(question: string, asker: string, id: string): Message {
  return {
    text: questionText(question, asker),
    buttons: [[{ label: 'Ответить', action: `reply:${id}`, tone: 'primary' }]],
  };
}

export function writeReply(asked: Asked): Message {
  return {
    text: `Напишите ответ — передам от имени ${ofWhom[asked]}. Ваш аккаунт человек не увидит.`,
    buttons: [[buttons.cancel]],
  };
}

export function replyFrom(asked: Asked, question: string, reply: string): Message {
  return {
    text: `💬 Ответ ${ofWhom[asked]}:\n\n${reply}\n\nВы спрашивали: ${question}`,
    buttons: [[buttons.ask]],
  };
}

export function answeredQuestion(question: string, asker: string): string {
  return `${questionText(question, asker)}\n\n✅ Ответ передан`;
}

export function replySent(): string {
  return 'Ответ передан.';
}

export function askerGone(): string {
  return 'Передать не получилось: человек закрыл чат с ботом.';
}

export const alreadyAnswered = 'На этот вопрос уже ответили';
