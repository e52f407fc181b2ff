import type { Answer, Answers } from '../forms/form.ts';
import { mentoringForms } from '../registration/forms.ts';
import { capacityOf } from './check-proposal.ts';
import { skillsOf, textOf } from './needs.ts';
import type { MentorProfile } from './suggest.ts';
import { mentoringExperiences } from './suggestion.ts';

/** What a mentor's application says; an empty one, of whoever staff appointed, says nothing. `labels` of competencies by id. */
export function profileOf(
  { personId, pupil, answers }: { personId: string; pupil: boolean; answers: Answers },
  labels: ReadonlyMap<string, string>,
): MentorProfile {
  return {
    personId,
    pupil,
    skills: skillsOf(answers, labels),
    subject: textOf(answers.subject),
    forms: mentoringForms.filter((form) => chosenOf(answers.forms).includes(form)),
    experience: mentoringExperiences.find((each) => each === answers.experience) ?? null,
    capacity: capacityOf(answers.capacity),
  };
}

function chosenOf(answer: Answer | null | undefined): readonly string[] {
  return answer !== null && typeof answer === 'object' && 'chosen' in answer ? answer.chosen : [];
}
