import { contestWords } from '../../../../texts/panel/contests.ts';
import type { Power } from '../../self.ts';
import type { Contest } from './contest-types.ts';

/** `suffix` is what stands after `/contests/7`; `when` hides it where a contest has no such thing. */
export type ContestTab = {
  suffix: string;
  words: string;
  power: Power;
  when?: (contest: Contest) => boolean;
};

/** The parts of a contest, in their order. A new part is one line here and its page in `contest-sections.ts`. */
export const contestTabs: readonly ContestTab[] = [
  { suffix: '', words: contestWords.tab.overview, power: 'contests:read' },
  { suffix: '/settings', words: contestWords.tab.settings, power: 'contests:read' },
  { suffix: '/jury', words: contestWords.tab.jury, power: 'contests:read' },
];
