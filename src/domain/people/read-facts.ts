import { type Day, yearOf } from '../calendar/day.ts';
import { checkAnswer } from '../forms/check-answer.ts';
import type { Question } from '../forms/form.ts';
import { Refusal } from '../refusal.ts';
import { names as nameQuestions } from '../registration/forms.ts';
import type { PersonFacts } from './person-card.ts';

const phoneQuestion: Question = { key: 'phone', kind: 'phone' };
const oldestYear = 1900;

/** As the forms judge them. `Refusal('facts-wrong', { key })` for the first that is none. */
export function readFacts(raw: PersonFacts, today: Day): PersonFacts {
  const read = (question: Question, value: string): string => {
    const verdict = checkAnswer(question, value, { choices: [], today });
    if (!verdict.ok || typeof verdict.answer !== 'string')
      throw new Refusal('facts-wrong', { key: question.key });
    return verdict.answer;
  };
  const [surname, name, patronymic] = nameQuestions.map((question) => {
    const value = raw[question.key as 'surname' | 'name' | 'patronymic'].trim();
    return value === '' && question.optional ? '' : read(question, value);
  });
  const { birthYear } = raw;
  if (birthYear !== null && (birthYear < oldestYear || birthYear > yearOf(today) - 5)) {
    throw new Refusal('facts-wrong', { key: 'birth-year' });
  }
  const phone = raw.phone === null || raw.phone.trim() === '' ? null : read(phoneQuestion, raw.phone);
  return { surname: surname ?? '', name: name ?? '', patronymic: patronymic ?? '', birthYear, phone };
}
