import type { FormWords } from './form-words.ts';
import { personWords } from './person-words.ts';

export const staffWords: FormWords = {
  title: 'Анкета сотрудника',
  finish: 'Отправить заявку',
  questions: {
    ...personWords,
    role: {
      ask: 'Кто вы в своей организации?',
      hint: 'Речь о работе в программе наставничества.',
      name: 'Роль',
      options: {
        curator: 'Куратор наставничества',
        'deputy-head': 'Заместитель директора',
        head: 'Руководитель организации',
      },
    },
    organization: {
      ask: 'Какая у вас организация?',
      name: 'Организация',
    },
    post: { ask: 'Как называется ваша должность?', name: 'Должность' },
  },
};
