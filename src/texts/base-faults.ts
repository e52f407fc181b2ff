import type { Refusal } from '../domain/refusal.ts';

const faults: Readonly<Record<string, (facts: Refusal['facts']) => string>> = {
  'base-columns-missing': ({ names }) =>
    `В таблице не хватает столбцов: ${names}. Возьмите шаблон: nastavnik base template.`,
  'base-wrong': ({ value }) => `«${value}»: бывает mentors или mentees.`,
  'file-unwritable': ({ path }) =>
    `«${path}» не записать: такой файл уже есть или в папку нет доступа. Укажите другое имя.`,
  'competency-unknown': ({ id }) =>
    `Компетенции с номером ${id} нет. Все покажет: nastavnik competency list.`,
  'competency-empty': () => 'У компетенции должно быть название.',
};

/** One line for whoever typed the command; `null` for a refusal that is none of bases and competencies. */
export function baseFault({ code, facts }: Refusal): string | null {
  return faults[code]?.(facts) ?? null;
}
