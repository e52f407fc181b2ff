import type { FormWords } from './form-words.ts';
import { capacityWords, personWords, workWords } from './person-words.ts';

export const mentorWords: FormWords = {
  title: 'Анкета наставника',
  finish: 'Отправить заявку',
  questions: {
    ...personWords,
    ...workWords,
    years: {
      ask: 'Сколько лет вы работаете?',
      hint: 'Общий стаж, полных лет. Меньше года — напишите 0.',
      name: 'Стаж, лет',
    },
    category: {
      ask: 'Какая у вас квалификационная категория?',
      name: 'Категория',
      options: {
        none: 'Пока нет',
        conformity: 'Соответствие занимаемой должности',
        first: 'Первая',
        highest: 'Высшая',
        methodist: 'Педагог-методист',
        mentor: 'Педагог-наставник',
        'not-teacher': 'Я не педагог',
      },
    },
    experience: {
      ask: 'Есть ли у вас опыт наставничества?',
      name: 'Опыт наставничества',
      options: {
        none: 'Ещё нет',
        'to-3': 'До трёх лет',
        'to-10': 'От трёх до десяти лет',
        'over-10': 'Больше десяти лет',
      },
    },
    skills: {
      ask: 'В чём вы можете помочь?',
      hint: 'Отметьте всё, что подходит. Чего нет в списке — напишите своими словами.',
      name: 'Компетенции',
    },
    forms: {
      ask: 'В каких формах наставничества вы готовы участвовать?',
      hint: 'Можно отметить несколько.',
      name: 'Формы наставничества',
      options: {
        'teacher-teacher': 'Учитель — учитель',
        'head-teacher': 'Руководитель — учитель',
        'employer-teacher': 'Работодатель — учитель',
        'employer-pupil': 'Работодатель — ученик',
        'student-pupil': 'Студент — ученик',
        'pupil-pupil': 'Ученик — ученик',
        'university-teacher': 'Педагог вуза — молодой педагог',
        'partner-teacher': 'Социальный партнёр — учитель',
      },
    },
    capacity: capacityWords,
    offer: {
      ask: 'Что ещё вы можете предложить своему наставляемому?',
      hint: 'Пара фраз своими словами: чем любите делиться, как удобно встречаться.',
      name: 'Что предлагаю',
    },
  },
};
