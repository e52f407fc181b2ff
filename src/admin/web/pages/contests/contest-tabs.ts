import { eventPanelWords } from '../../../../texts/panel/contest-event.ts';
import { contestResultsWords } from '../../../../texts/panel/contest-results.ts';
import { contestWords } from '../../../../texts/panel/contests.ts';
import { diplomaWords } from '../../../../texts/panel/diplomas.ts';
import { entryWords } from '../../../../texts/panel/entries.ts';
import { juryWatchWords } from '../../../../texts/panel/jury-watch.ts';
import type { Power } from '../../self.ts';
import type { Contest } from './contest-types.ts';

/** `suffix` is what stands after `/contests/7`; `when` hides it where a contest has no such thing. */
export type ContestTab = {
  suffix: string;
  words: string;
  power: Power;
  when?: (contest: Contest) => boolean;
};

/** Once no more works are taken. */
function isJudged({ stage }: Contest): boolean {
  return ['judging', 'checked', 'published', 'archived'].includes(stage);
}

/** The parts of a contest, in their order. A new part is one line here and its page in `contest-sections.ts`. */
export const contestTabs: readonly ContestTab[] = [
  { suffix: '', words: contestWords.tab.overview, power: 'contests:read' },
  {
    suffix: '/entries',
    words: entryWords.tab,
    power: 'contests:read',
    when: ({ kind, stage }) => kind !== 'event' && stage !== 'draft',
  },
  {
    suffix: '/found',
    words: entryWords.foundTab,
    power: 'contests:write',
    when: ({ kind, stage }) => kind === 'post' && stage !== 'draft',
  },
  { suffix: '/settings', words: contestWords.tab.settings, power: 'contests:read' },
  {
    suffix: '/guests',
    words: eventPanelWords.tab,
    power: 'contests:read',
    when: ({ kind, stage }) => kind === 'event' && stage !== 'draft',
  },
  { suffix: '/jury', words: contestWords.tab.jury, power: 'contests:read' },
  { suffix: '/progress', words: juryWatchWords.tab, power: 'contests:read', when: isJudged },
  { suffix: '/results', words: contestResultsWords.tab, power: 'contests:read', when: isJudged },
  { suffix: '/diplomas', words: diplomaWords.tab, power: 'contests:read', when: isJudged },
];
