import { type Base, importedQuestions, isRequired } from '../domain/bases/city-base.ts';
import type { SheetColumn, SheetPlan } from '../domain/files/sheet-plan.ts';
import type { Choice, Question } from '../domain/forms/form.ts';
import type { Organization } from '../domain/organizations/organization.ts';
import { baseHeadings, baseNames, fixedChoices } from './bases.ts';

const listsName = 'Списки';

/** `lists`: the competencies and the organizations of the city. */
export function templatePlans(
  base: Base,
  lists: { competencies: readonly Choice[]; organizations: readonly Pick<Organization, 'shortName'>[] },
): SheetPlan[] {
  const questions = importedQuestions(base);
  const valuesOf = (question: Question): string[] => {
    if (question.kind === 'organization') return lists.organizations.map(({ shortName }) => shortName);
    const kept = question.kind === 'many-of' && 'from' in question.options;
    return (kept ? lists.competencies : fixedChoices(base, question)).map(({ label }) => label);
  };
  const listed = questions.map((question) => ({ question, values: valuesOf(question) }));
  const filled = listed.filter(({ values }) => values.length > 0);
  const headings = baseHeadings(base);
  const columns = listed.map(({ question, values }): SheetColumn => {
    const column = filled.findIndex((each) => each.question === question);
    // Several values of one cell can't be picked from a list.
    const offered = values.length > 0 && question.kind !== 'many-of';
    return {
      heading: `${headings[question.key]}${isRequired(question) ? ' *' : ''}`,
      width: question.kind === 'many-of' || question.kind === 'long-text' ? 40 : 20,
      ...(offered ? { choices: { sheet: listsName, column, count: values.length } } : {}),
    };
  });
  const height = Math.max(0, ...filled.map(({ values }) => values.length));
  return [
    { name: baseNames[base], above: [], columns, rows: [] },
    {
      name: 'Пример',
      above: [
        'Так заполняется лист «'.concat(
          baseNames[base],
          '». Звёздочка — обязательно; несколько значений — через запятую.',
        ),
      ],
      columns: columns.map(({ heading, width }) => ({ heading, width })),
      rows: [listed.map(({ question, values }) => exampleOf(question, values))],
    },
    {
      name: listsName,
      above: [],
      columns: filled.map(({ question }) => ({ heading: headings[question.key] ?? '', width: 36 })),
      rows: Array.from({ length: height }, (_, row) => filled.map(({ values }) => values[row] ?? '')),
    },
  ];
}

/** Somebody invented. */
const examples: Readonly<Record<string, string>> = {
  surname: 'Примерова',
  name: 'Мария',
  patronymic: 'Петровна',
  post: 'учитель',
  subject: 'математика',
  years: '15',
  began: '2021',
  capacity: '2',
  phone: '+7 900 000-00-00',
};

function exampleOf({ key, kind }: Question, values: readonly string[]): string {
  return examples[key] ?? values.slice(0, kind === 'many-of' ? 2 : 1).join(', ');
}
