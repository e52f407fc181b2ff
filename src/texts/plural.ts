const rules = new Intl.PluralRules('ru');

/** Forms for 1, 2 and 5: «день», «дня», «дней». */
export type Forms = readonly [one: string, few: string, many: string];

/** The form that goes with a number, without the number. */
export function plural(count: number, [one, few, many]: Forms): string {
  const category = rules.select(count);
  if (category === 'one') return one;
  return category === 'many' ? many : few;
}

/** «21 день», «3 дня», «11 дней». */
export function counted(count: number, forms: Forms): string {
  return `${count} ${plural(count, forms)}`;
}

export const dayForms: Forms = ['день', 'дня', 'дней'];
export const taskForms: Forms = ['задача', 'задачи', 'задач'];
