import type { Contest } from '../../domain/contests/contest.ts';
import { openNominations } from '../../domain/contests/entering.ts';
import type { Entry } from '../../domain/contests/entry.ts';
import { beginEntry, lockContest } from '../../domain/contests/entry-acts.ts';
import { contestAction } from '../../texts/contests/actions.ts';
import { chooseNomination } from '../../texts/contests/contest-list.ts';
import { entrantOf, unlessRefused } from './contest-entrant.ts';
import { askForPost } from './contest-post.ts';
import { goOnWithWork } from './contest-work.ts';
import type { KnownTalk } from './talk.ts';

/** «Участвовать»: the nomination, where there are several, then the work itself. A draft of before goes on. */
export async function enter(talk: KnownTalk, contest: Contest, nominationId: string | null): Promise<void> {
  const who = entrantOf(talk);
  const nominations = openNominations(contest);
  const chosen = nominationId ?? (nominations.length === 1 ? (nominations[0]?.id ?? '') : null);
  if (chosen === null) {
    const isTime = await unlessRefused(talk, () => lockContest(talk.desk, who, contest.id, 'enter', talk.at));
    if (isTime === null) return;
    talk.show(chooseNomination(contest, (id) => contestAction('enter', contest.id, id)));
    return;
  }
  const begun = await unlessRefused(talk, () =>
    beginEntry(talk.desk, who, { contestId: contest.id, nominationId: chosen }, talk.at),
  );
  if (begun !== null) goOn(talk, begun.contest, begun.entry);
}

/** Asks for what a draft still lacks. */
export function goOn(talk: KnownTalk, contest: Contest, entry: Entry): void {
  if (contest.kind === 'post') askForPost(talk, contest, entry);
  else goOnWithWork(talk, contest, entry);
}
