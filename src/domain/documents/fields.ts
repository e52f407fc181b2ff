/**
 * The language in which templates are written: names of fields in braces, as whoever edits a template types them. A list
 * stands between `{#Имя}` and `{/Имя}`; what holds only sometimes is a choice, written the same way.
 */
export type Field = {
  name: string;
  list?: readonly Field[];
  /** Shown only where it holds. */
  isChoice?: true;
  /** Such a document is hardly right without it. */
  isNeeded?: true;
};

export const templateKinds = [
  'pair-order',
  'mentor-base',
  'mentee-base',
  'personal-programme',
  'consent',
] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** How a person can be put into a sentence: «{Наставник дат}», «{Наставник с должностью вин}». */
export const personWays = ['', 'кратко', 'должность', 'с должностью'] as const;
export const caseMarks = {
  genitive: 'род',
  dative: 'дат',
  accusative: 'вин',
  instrumental: 'тв',
  prepositional: 'пред',
} as const;

/** Of one person, every way in every case; the first one is needed. */
export function personFields(who: string): Field[] {
  return personWays.flatMap((way) =>
    ['', ...Object.values(caseMarks)].map((mark) => ({
      name: [who, way, mark].filter((word) => word !== '').join(' '),
    })),
  );
}

/** Several people in one sentence: «учителем физики Петровым И. С. и ученицей 9А класса Серовой А. П.» */
export function peopleFields(who: string): Field[] {
  return ['', 'с должностью'].flatMap((way) =>
    Object.values(caseMarks).map((mark) => ({
      name: [who, way, mark].filter((word) => word !== '').join(' '),
    })),
  );
}

const place: readonly Field[] = [
  { name: 'Организация', isNeeded: true },
  { name: 'Организация кратко' },
  { name: 'Программа' },
  { name: 'Дата' },
];

const term: readonly Field[] = [{ name: 'Форма' }, { name: 'Срок с' }, { name: 'Срок по' }, { name: 'Цель' }];

const pair: readonly Field[] = [
  { name: '№' },
  ...personFields('Наставник'),
  ...peopleFields('Наставляемые'),
  { name: 'Каждый наставляемый', list: personFields('Наставляемый') },
  ...term,
];

const pairOrder: readonly Field[] = [
  ...place,
  { name: 'Номер приказа', isNeeded: true },
  { name: 'Дата приказа', isNeeded: true },
  { name: 'Основание' },
  { name: 'Пары', list: pair, isNeeded: true },
  { name: 'Всего пар' },
  { name: 'Пункты', list: [{ name: '№' }, { name: 'Текст' }] },
  ...personFields('Контроль'),
  ...personFields('Подписывает'),
  { name: 'Подпись', isNeeded: true },
  { name: 'Ознакомлены', list: [{ name: 'ФИО' }, { name: 'ФИО кратко' }], isNeeded: true },
];

const entry: readonly Field[] = [
  { name: '№' },
  { name: 'ФИО' },
  { name: 'ФИО кратко' },
  { name: 'Организация участника' },
  { name: 'Должность' },
  { name: 'Предмет' },
  { name: 'Контакт' },
];

const mentors: readonly Field[] = [
  ...entry,
  { name: 'Компетенции' },
  { name: 'Стаж' },
  { name: 'Опыт' },
  { name: 'Формы' },
  { name: 'Готов взять' },
  { name: 'Наставляемые' },
];
const mentees: readonly Field[] = [
  ...entry,
  { name: 'Год рождения или класс' },
  { name: 'Запросы' },
  { name: 'Наставник' },
  { name: 'Период' },
  { name: 'Результат' },
];

const consent: readonly Field[] = [
  { name: 'Заголовок', isNeeded: true },
  { name: 'Абзацы', list: [{ name: 'Текст' }], isNeeded: true },
  { name: 'ФИО' },
  { name: 'Организация' },
  { name: 'Программа' },
  { name: 'Даёт представитель', isChoice: true },
  { name: 'Даёт сам', isChoice: true },
  { name: 'Версия текста' },
];

/** Every field of every kind. */
export const fieldsOfKind: Readonly<Record<TemplateKind, readonly Field[]>> = {
  'pair-order': pairOrder,
  'mentor-base': [...place, { name: 'Всего' }, { name: 'Наставники', list: mentors, isNeeded: true }],
  'mentee-base': [...place, { name: 'Всего' }, { name: 'Наставляемые', list: mentees, isNeeded: true }],
  'personal-programme': [
    ...place,
    ...personFields('Наставник'),
    ...peopleFields('Наставляемые'),
    { name: 'Каждый наставляемый', list: personFields('Наставляемый'), isNeeded: true },
    ...term,
    { name: 'Задачи', list: [{ name: '№' }, { name: 'Текст' }] },
    { name: 'Мероприятия', list: [{ name: '№' }, { name: 'Текст' }, { name: 'Когда' }], isNeeded: true },
    { name: 'Ожидаемые результаты' },
    ...personFields('Утверждает'),
    { name: 'Подпись' },
  ],
  consent,
};
