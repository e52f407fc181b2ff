import type { FormWords } from './form-words.ts';
import { personWords, workWords } from './person-words.ts';

export const menteeWords: FormWords = {
  title: 'Анкета молодого педагога',
  finish: 'Отправить заявку',
  questions: {
    ...personWords,
    ...workWords,
    began: {
      ask: 'В каком году вы начали работать педагогом?',
      hint: 'Например, 2021.',
      name: 'Работаю с года',
    },
    requests: {
      ask: 'В чём вам нужна помощь наставника?',
      hint: 'Отметьте всё, что подходит. Чего нет в списке — напишите своими словами.',
      name: 'Запросы',
    },
    wishes: {
      ask: 'Есть ли у вас пожелания о наставнике?',
      hint: 'Например, предмет, школа, удобное время встреч.',
      name: 'Пожелания',
    },
  },
};
