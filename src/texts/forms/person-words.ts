import type { QuestionWords } from './form-words.ts';

/** What every form of registration asks in the same words. */
export const personWords = {
  pd: { ask: 'Согласие на обработку персональных данных', name: 'Обработка персональных данных' },
  surname: { ask: 'Как ваша фамилия?', name: 'Фамилия' },
  name: { ask: 'Как ваше имя?', name: 'Имя' },
  patronymic: {
    ask: 'Как ваше отчество?',
    hint: 'Если отчества нет, нажмите «Пропустить».',
    name: 'Отчество',
  },
  part: { ask: 'Согласие на участие в программе', name: 'Участие в программе' },
  contact: {
    ask: 'Как с вами удобнее связываться?',
    name: 'Как связаться',
    options: { bot: 'Через бота', phone: 'По телефону' },
  },
  phone: {
    ask: 'По какому номеру вам звонить?',
    hint: 'Номер увидят только куратор и координатор.',
    name: 'Телефон',
  },
} as const satisfies Record<string, QuestionWords>;

/** Where somebody works, for teachers. */
export const workWords = {
  organization: {
    ask: 'Где вы работаете?',
    name: 'Организация',
  },
  post: {
    ask: 'Кем вы работаете?',
    hint: 'Должность, как она называется у вас в приказе.',
    name: 'Должность',
  },
  subject: {
    ask: 'Какой предмет вы ведёте?',
    hint: 'Несколько предметов напишите через запятую. Не ведёте — нажмите «Пропустить».',
    name: 'Предмет',
  },
} as const satisfies Record<string, QuestionWords>;

export const capacityWords: QuestionWords = {
  ask: 'Скольких наставляемых вы готовы взять?',
  hint: 'Числом, от 1 до 10. Начать можно и с одного.',
  name: 'Сколько наставляемых',
};
