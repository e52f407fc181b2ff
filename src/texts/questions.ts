import type { Message } from '../domain/messages/message.ts';
import { buttons } from './talk.ts';

export function askQuestion(): Message {
  return {
    text: 'Напишите вопрос одним сообщением. Передам координатору, ответ пришлю сюда.',
    buttons: [[buttons.cancel]],
  };
}

export function onlyWords(): Message {
  return {
    text: 'В вопрос поместятся только слова. Напишите, пожалуйста, текстом.',
    buttons: [[buttons.cancel]],
  };
}

export function questionSent(): string {
  return 'Передал. Как только координатор ответит, я напишу вам сюда.';
}

export function nobodyToAsk(): string {
  return 'Координатор пока не подключился к боту, передать некому. Попробуйте, пожалуйста, завтра.';
}

export function enoughQuestions(): string {
  return 'На сегодня вопросов уже пять. Координатор всё получил — дождитесь, пожалуйста, ответа.';
}

/** `asker`: the name or organization, whichever may be shown; empty for somebody unknown. */
export function questionText(question: string, asker: string): string {
  const from = asker === '' ? 'от человека, которого я пока не знаю' : `— ${asker}`;
  return `💬 Вопрос ${from}:\n\n${question}`;
}

export function questionForCoordinator(question: string, asker: string, id: string): Message {
  return {
    text: questionText(question, asker),
    buttons: [[{ label: 'Ответить', action: `reply:${id}`, tone: 'primary' }]],
  };
}

export function writeReply(): Message {
  return {
    text: 'Напишите ответ — передам от имени координатора. Ваш аккаунт человек не увидит.',
    buttons: [[buttons.cancel]],
  };
}

export function replyFromCoordinator(question: string, reply: string): Message {
  return {
    text: `💬 Ответ координатора:\n\n${reply}\n\nВы спрашивали: ${question}`,
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
