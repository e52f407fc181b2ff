import type { Answer, Question } from '../../domain/forms/form.ts';
import { dayText } from '../dates.ts';
import { consentGiven, fileKept, skipped } from './engine-words.ts';

/** An answer as people read it; `labelOf` names options and organizations. */
export function answerText(
  question: Question,
  answer: Answer | null,
  labelOf: (value: string) => string,
): string {
  if (answer === null) return skipped;
  if (typeof answer === 'number') return String(answer);
  if (typeof answer === 'object') {
    if ('fileId' in answer) return fileKept;
    return [...answer.chosen.map(labelOf), ...answer.own].join(', ');
  }
  switch (question.kind) {
    case 'consent':
      return consentGiven;
    case 'date':
      return dayText(answer);
    case 'one-of':
    case 'organization':
      return labelOf(answer);
    default:
      return answer;
  }
}
