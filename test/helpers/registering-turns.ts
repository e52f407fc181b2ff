import type { Platform, Turn } from './applicant.ts';

const agrees = '>Даю согласие';

const names = (all: string): Turn[] => {
  const [surname = '', name = '', patronymic = ''] = all.split(' ');
  return [
    ['Как ваша фамилия?', surname],
    ['Как ваше имя?', name],
    ['Как ваше отчество?', patronymic],
  ];
};

/** Telegram has a button for one's number; on VK it is typed. */
const phoneNumber = (platform: Platform, asked: string): Turn =>
  platform === 'telegram' ? [asked, '>📱 Отправить мой номер'] : [asked, '8 (912) 345-67-89'];

const workplace = (school: string): Turn[] => [
  ['Где вы работаете?', school],
  ['Нажмите на нужную', '>Школа № '],
];

/** What each role answers, from the first question to what stands before the summary. */
export const turns = {
  mentor: (all: string, school: string, platform: Platform): Turn[] => [
    ['обработку персональных данных', agrees],
    ...names(all),
    ...workplace(school),
    ['Кем вы работаете?', 'учитель'],
    ['Какой предмет', 'физика'],
    ['Сколько лет вы работаете?', '12'],
    ['категория', '>Высшая'],
    ['опыт наставничества', '>До трёх лет'],
    ['Пока ничего не отмечено', '>Методика'],
    ['Отмечено: Методика', 'робототехника'],
    ['можно добавить своими словами', '>+ «робототехника»'],
    [/Отмечено: .*робототехника/, '>Готово'],
    ['В каких формах', '>Учитель — учитель'],
    ['Отмечено: Учитель', '>Готово'],
    ['Скольких наставляемых', '2'],
    ['Что ещё вы можете предложить', 'Помогу с уроками'],
    ['удобнее связываться', '>По телефону'],
    phoneNumber(platform, 'По какому номеру'),
    ['Согласие на участие', agrees],
  ],
  mentee: (all: string, school: string): Turn[] => [
    ['обработку персональных данных', agrees],
    ...names(all),
    ...workplace(school),
    ['Кем вы работаете?', 'учитель'],
    ['Какой предмет', '>Пропустить'],
    ['В каком году вы начали', '2021'],
    ['Пока ничего не отмечено', '>Методика'],
    ['Отмечено: Методика', '>Готово'],
    ['пожелания о наставнике', '>Пропустить'],
    ['удобнее связываться', '>Через бота'],
    ['Согласие на участие', agrees],
  ],
  staff: (all: string, school: string, platform: Platform): Turn[] => [
    ['обработку персональных данных', agrees],
    ...names(all),
    ['Кто вы в своей организации?', '>Заместитель директора'],
    ['Какая у вас организация?', school],
    ['Нажмите на нужную', '>Школа № '],
    ['Как называется ваша должность?', '>Пропустить'],
    phoneNumber(platform, 'номер'),
  ],
  /** Up to the birth year of somebody under 18. */
  pupil: (all: string, school: string): Turn[] => [
    ...names(all).slice(0, 2),
    ['Где вы учитесь?', school],
    ['Нажмите на нужную', '>Школа № '],
    ['В каком вы классе', '8Б'],
    ['В каком году вы родились?', '2008'],
  ],
  pupilRest: [
    ['Кем вы хотите быть', '>Мне нужен наставник'],
    ['Пока ничего не отмечено', '>Методика'],
    ['Отмечено', '>Готово'],
    ['пожелания о наставнике', '>Пропустить'],
  ] satisfies Turn[],
  representative: (all: string, platform: Platform): Turn[] => [
    ['обработку персональных данных', agrees],
    ...names(all),
    ['Кем вы приходитесь', '>Мать или отец'],
    phoneNumber(platform, 'По какому номеру'),
    [/шаг 7 из 9.*Согласие/s, agrees],
    [/шаг 8 из 9.*Согласие/s, agrees],
    [/шаг 9 из 9.*Согласие/s, '>Не сейчас'],
  ],
};
