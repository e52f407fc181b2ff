import { caseMarks, type Field, personFields } from '../documents/fields.ts';

const inCases = (name: string): Field[] =>
  ['', ...Object.values(caseMarks)].map((mark) => ({ name: `${name} ${mark}`.trim() }));

/** What may stand in braces: «{Кто дат}», «{Награда род}», «{Номинация}». */
export const diplomaFields: readonly Field[] = [
  ...personFields('Кто'),
  ...inCases('Награда'),
  { name: 'Место' },
  { name: 'Степень' },
  { name: 'Номинация' },
  { name: 'Конкурс' },
  { name: 'Работа' },
  { name: 'Команда' },
  { name: 'Организация' },
  { name: 'Город' },
  { name: 'Дата' },
  { name: 'Год' },
  { name: 'Номер' },
  { name: 'Организатор' },
];
