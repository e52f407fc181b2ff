import type { Answer, Answers } from '../forms/form.ts';
import type { LineSource } from './suggestion.ts';

/** One thing somebody can do or needs, in the words in which they said it. */
export type Line = {
  text: string;
  source: LineSource;
  /** Of the programme's list. */
  competencyId: string | null;
};

/** Long enough for what anybody says of themselves, short enough for whoever pastes a book. */
const mostFreeLines = 20;
const longestLine = 300;

/** What a mentee asks for; `labels` of competencies by their ids, archived ones too. */
export function requestsOf(answers: Answers, labels: ReadonlyMap<string, string>): Line[] {
  return linesOf(answers.requests, answers.wishes, labels);
}

/** What a mentor offers. */
export function skillsOf(answers: Answers, labels: ReadonlyMap<string, string>): Line[] {
  return linesOf(answers.skills, answers.offer, labels);
}

export function textOf(answer: Answer | null | undefined): string | null {
  return typeof answer === 'string' && answer.trim() !== '' ? answer.trim() : null;
}

function linesOf(
  picked: Answer | null | undefined,
  free: Answer | null | undefined,
  labels: ReadonlyMap<string, string>,
): Line[] {
  const lines: Line[] = [];
  if (picked !== null && typeof picked === 'object' && 'chosen' in picked) {
    for (const competencyId of picked.chosen) {
      const text = labels.get(competencyId);
      if (text !== undefined) lines.push({ text, source: 'chosen', competencyId });
    }
    for (const text of picked.own) lines.push({ text, source: 'own', competencyId: null });
  }
  for (const text of sentencesOf(textOf(free) ?? ''))
    lines.push({ text, source: 'free', competencyId: null });
  return lines;
}

function sentencesOf(text: string): string[] {
  return text
    .split(/[.!?;\n]+/u)
    .map((sentence) => sentence.trim().slice(0, longestLine))
    .filter((sentence) => sentence !== '')
    .slice(0, mostFreeLines);
}
