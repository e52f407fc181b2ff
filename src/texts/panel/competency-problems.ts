import type { Refusal } from '../../domain/refusal.ts';

type Words = { title: string; detail?: string };

/** Problems of competencies and synonyms. */
export const competencyProblems: Readonly<Record<string, Words | ((facts: Refusal['facts']) => Words)>> = {
  'competency-empty': { title: 'Напишите название' },
  'competency-exists': ({ name }) => ({
    title: 'Такая компетенция уже есть',
    detail: `«${name}» — возможно, среди убранных: верните её.`,
  }),
  'synonyms-too-few': { title: 'Нужны хотя бы два разных слова', detail: 'Одно слово само себе не синоним.' },
  'synonyms-too-many': ({ most }) => ({ title: 'Слишком много', detail: `Можно до ${most}.` }),
};
