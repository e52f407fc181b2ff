import { type Base, type BaseEntry, formOfBase, type PairedWith } from '../domain/bases/city-base.ts';
import type { Day } from '../domain/calendar/day.ts';
import type { SheetColumn, SheetPlan } from '../domain/files/sheet-plan.ts';
import { statePhrases } from './applications.ts';
import { baseNames, baseTitles, personForms } from './bases.ts';
import { consentNames } from './consent-names.ts';
import { dayText } from './dates.ts';
import { answerText } from './forms/answer-words.ts';
import { wordsOfForm } from './forms/form-words.ts';
import { pairStateWords } from './pairs.ts';
import { fullName, shortName } from './people.ts';
import { counted } from './plural.ts';

type Labels = ReadonlyMap<string, string>;

/** `labels`: of the competencies chosen, by id. */
export function exportPlan(base: Base, entries: readonly BaseEntry[], labels: Labels, today: Day): SheetPlan {
  const columns = base === 'mentors' ? mentorColumns : menteeColumns;
  return {
    name: baseNames[base],
    above: [baseTitles[base], `По состоянию на ${dayText(today)}, ${counted(entries.length, personForms)}.`],
    columns: [{ heading: '№ п/п', width: 6 }, ...columns.map(({ heading, width }) => ({ heading, width }))],
    rows: entries.map((entry, index) => [index + 1, ...columns.map(({ of }) => of(entry, labels))]),
  };
}

type ExportColumn = SheetColumn & { of(entry: BaseEntry, labels: Labels): string | number };

function answered(heading: string, width: number, base: Base, key: string): ExportColumn {
  return {
    heading,
    width,
    of: (entry, labels) => answerIn(entry, labels, base, key),
  };
}

/** An answer in words, a number as it is; empty where nothing was answered. */
export function answerIn(
  { answers }: Pick<BaseEntry, 'answers'>,
  labels: Labels,
  base: Base,
  key: string,
): string | number {
  const answer = answers[key];
  const question = formOfBase[base].questions.find((each) => each.key === key);
  if (answer === null || answer === undefined || question === undefined) return '';
  if (typeof answer === 'number') return answer;
  const options = wordsOfForm(formOfBase[base].key).questions[key]?.options ?? {};
  return answerText(question, answer, (value) => options[value] ?? labels.get(value) ?? '');
}

const name: ExportColumn = { heading: 'ФИО', width: 32, of: ({ person }) => fullName(person) };
const organization: ExportColumn = {
  heading: 'Организация',
  width: 24,
  of: (entry) => entry.organizationName,
};
const post: ExportColumn = {
  heading: 'Должность / класс',
  width: 24,
  of: ({ answers }) => String(answers.post ?? answers.class ?? ''),
};
const contact: ExportColumn = {
  heading: 'Контакт',
  width: 18,
  of: ({ person }) => person.phone ?? 'через бота',
};
const state: ExportColumn = {
  heading: 'Состояние',
  width: 18,
  of: (entry) => (entry.state === null ? 'назначен без заявки' : states[entry.state]),
};
const states = { ...statePhrases, active: 'участвует', 'on-leave': 'в отпуске' };
const consents: ExportColumn = {
  heading: 'Согласия',
  width: 28,
  of: ({ lacking }) =>
    lacking.length === 0 ? 'все' : `нет: ${lacking.map((kind) => consentNames[kind]).join(', ')}`,
};
const paired = (heading: string): ExportColumn => ({
  heading,
  width: 30,
  of: ({ pairs }) => pairs.map((pair) => `${shortName(pair)}${pairPhrase(pair)}`).join('; '),
});
const pairPhrase = ({ state }: PairedWith) => (state === 'active' ? '' : ` (${pairStateWords[state]})`);
const term: ExportColumn = {
  heading: 'Период',
  width: 26,
  of: ({ pairs }) => pairs.map(({ fromOn, toOn }) => `${dayText(fromOn)} – ${dayText(toOn)}`).join('; '),
};
const outcome: ExportColumn = {
  heading: 'Результат',
  width: 30,
  of: ({ pairs }) =>
    pairs
      .map(({ result }) => result)
      .filter(Boolean)
      .join('; '),
};

const mentorColumns: readonly ExportColumn[] = [
  name,
  organization,
  post,
  answered('Предмет', 18, 'mentors', 'subject'),
  answered('Компетенции', 44, 'mentors', 'skills'),
  answered('Стаж, лет', 8, 'mentors', 'years'),
  answered('Опыт наставничества', 18, 'mentors', 'experience'),
  answered('Формы наставничества', 30, 'mentors', 'forms'),
  answered('Готов взять', 8, 'mentors', 'capacity'),
  contact,
  state,
  consents,
  paired('Наставляемые'),
];

const menteeColumns: readonly ExportColumn[] = [
  name,
  organization,
  post,
  answered('Предмет', 18, 'mentees', 'subject'),
  { heading: 'Год рождения', width: 9, of: ({ person }) => person.birthYear ?? '' },
  answered('Запросы', 44, 'mentees', 'requests'),
  answered('Работает с года', 9, 'mentees', 'began'),
  answered('Пожелания', 30, 'mentees', 'wishes'),
  contact,
  state,
  consents,
  paired('Наставник'),
  term,
  outcome,
];
