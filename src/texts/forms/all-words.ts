import { distributionWords } from './distribution-words.ts';
import type { FormWords } from './form-words.ts';
import { menteeWords } from './mentee-words.ts';
import { mentorWords } from './mentor-words.ts';
import { pupilWords } from './pupil-words.ts';
import { representativeWords } from './representative-words.ts';
import { staffWords } from './staff-words.ts';

/** By form. */
export const formWords: Readonly<Record<string, FormWords>> = {
  mentor: mentorWords,
  mentee: menteeWords,
  pupil: pupilWords,
  representative: representativeWords,
  staff: staffWords,
  distribution: distributionWords,
};
