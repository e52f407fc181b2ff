import type { Answer, Question } from '../../domain/forms/form.ts';
import type { FormWords } from './form-words.ts';

/**
 * An answer as people read it, wherever that is: in the chat, on a page, in a sheet. `labels`: of rows that staff keep
 * (competencies) and of organizations, by id. Empty for a skipped answer.
 */
export function answerText(
  words: FormWords,
  { key }: Pick<Question, 'key'>,
  answer: Answer | null | undefined,
  labels: ReadonlyMap<string, string>,
): string {
  if (answer === null || answer === undefined) return '';
  if (typeof answer === 'number') return String(answer);
  const label = (value: string) => words.questions[key]?.options?.[value] ?? labels.get(value);
  if (typeof answer === 'string') return label(answer) ?? answer;
  if ('fileId' in answer) return '📎';
  // A value without a label is a row that is gone: its number would tell nobody anything.
  return [...answer.chosen.flatMap((value) => label(value) ?? []), ...answer.own].join(', ');
}
