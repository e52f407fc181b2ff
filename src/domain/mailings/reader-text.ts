import type { Person } from '../people/person.ts';

const placeholder = /\{([^{}\n]{1,40})\}/gu;

/** A map: whatever is typed between braces, `constructor` too, is looked up here. */
const fillings = new Map<string, (person: Pick<Person, 'name' | 'patronymic'>) => string>([
  ['имя', ({ name }) => name],
  ['имя-отчество', ({ name, patronymic }) => `${name} ${patronymic}`.trim()],
]);

/** The text as one reader gets it. */
export function readerText(text: string, person: Pick<Person, 'name' | 'patronymic'>): string {
  return text.replace(placeholder, (whole, name: string) => fillings.get(name)?.(person) ?? whole);
}

/** Words in braces that nothing is known of, a slip that every reader would see. */
export function unknownPlaceholders(text: string): string[] {
  return [...text.matchAll(placeholder)].flatMap(([, name = '']) => (fillings.has(name) ? [] : [name]));
}
