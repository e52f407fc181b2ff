import type { FormWords } from './form-words.ts';
import { personWords } from './person-words.ts';

export const representativeWords: FormWords = {
  title: 'Согласие родителя или опекуна',
  finish: 'Отправить',
  questions: {
    ...personWords,
    relation: {
      ask: 'Кем вы приходитесь ученику?',
      name: 'Кем прихожусь',
      options: {
        parent: 'Мать или отец',
        'adoptive-parent': 'Усыновитель',
        guardian: 'Опекун или попечитель',
      },
    },
    phone: {
      ask: 'По какому номеру вам можно позвонить?',
      hint: 'Номер увидят только куратор и координатор.',
      name: 'Телефон',
    },
    'pupil-pd': {
      ask: 'Согласие на обработку данных ученика',
      name: 'Обработка данных ученика',
    },
    'pupil-part': { ask: 'Согласие на участие ученика в программе', name: 'Участие ученика' },
    'pupil-media': {
      ask: 'Согласие на фото и видео с учеником',
      hint: 'Это по желанию: без него ученик участвует так же, как все.',
      name: 'Фото и видео ученика',
    },
  },
};
