import { checkAnswer } from './check-answer.ts';
import { choiceMeant } from './find-choices.ts';
import type { AnswerContext, AnswerFault, Choice, Question, Verdict } from './form.ts';
import { readDate } from './read-date.ts';

/**
 * What somebody typed, as an answer: «5 лет», «15 марта 2022», «8 912 345-67-89», the label of an option. Organizations are
 * searched instead of read, see `findOrganizations`.
 */
export function readWords(question: Question, words: string, context: AnswerContext): Verdict {
  const typed = words.trim();
  if (typed === '') return { ok: false, fault: { code: 'empty', facts: {} } };
  switch (question.kind) {
    case 'one-of':
    case 'organization': {
      const meant = choiceMeant(context.choices, typed);
      return checkAnswer(question, meant?.value ?? typed, context);
    }
    case 'many-of': {
      const { chosen, others } = splitList(context.choices, typed);
      return checkAnswer(question, { chosen, own: others }, context);
    }
    case 'year': {
      const years = typed.match(/\d+/g) ?? [];
      const year = years.length === 1 && years[0]?.length === 4 ? Number(years[0]) : null;
      return checkAnswer(question, year, context);
    }
    case 'date':
      return checkAnswer(question, readDate(typed, context.today), context);
    case 'file':
      return no('wrong-file');
    default:
      return checkAnswer(question, typed, context);
  }
}

/** «1, 3», «аттестация; работа с родителями»: the options meant, and the words that mean none. */
export function splitList(choices: readonly Choice[], words: string): { chosen: string[]; others: string[] } {
  const whole = choiceMeant(choices, words);
  if (whole !== null) return { chosen: [whole.value], others: [] };
  // A label may have a comma of its own.
  const long = choices.filter(({ label }) => /[,;]/.test(label));
  const meant = long.filter(({ label }) => words.toLowerCase().includes(label.toLowerCase()));
  const rest = meant.reduce((left, { label }) => without(left, label), words);
  const parts = rest
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read = parts.map((part) => ({ part, choice: choiceMeant(choices, part) }));
  return {
    chosen: [...new Set([...meant, ...read.flatMap(({ choice }) => choice ?? [])].map(({ value }) => value))],
    others: read.filter(({ choice }) => choice === null).map(({ part }) => part),
  };
}

function without(words: string, label: string): string {
  const at = words.toLowerCase().indexOf(label.toLowerCase());
  return at < 0 ? words : `${words.slice(0, at)},${words.slice(at + label.length)}`;
}

function no(code: AnswerFault['code']): Verdict {
  return { ok: false, fault: { code, facts: {} } };
}
