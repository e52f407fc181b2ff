import { openNominations } from '../../domain/contests/entering.ts';
import { changeNomination, checkAgain, withdrawEntry } from '../../domain/contests/entry-acts.ts';
import { isTimeFor } from '../../domain/contests/stage.ts';
import { named } from '../../domain/messages/named.ts';
import { type EntryVerb, entryAction, readEntryAction } from '../../texts/contests/actions.ts';
import { checkResult } from '../../texts/contests/check-result.ts';
import { chooseNomination } from '../../texts/contests/contest-list.ts';
import { entryWords } from '../../texts/contests/entering.ts';
import {
  draftGone,
  entryCard,
  entryList,
  noEntries,
  reallyWithdraw,
  withdrawn,
} from '../../texts/contests/entry-cards.ts';
import { mentorLine } from '../../texts/contests/naming.ts';
import { ownDiplomas, sendDiploma } from './contest-diploma.ts';
import { goOn } from './contest-enter.ts';
import { entrantOf, momentOf, type Own, ownEntries, unlessRefused } from './contest-entrant.ts';
import { pressNaming } from './contest-naming.ts';
import { askForPost, offer } from './contest-post.ts';
import { pressTeam } from './contest-team.ts';
import { askForAbout, askForFiles, askForTitle, enough, skipAbout } from './contest-work.ts';
import type { KnownTalk } from './talk.ts';

/** «Мои работы»; registrations for events have a list of their own. */
export async function showEntries(talk: KnownTalk): Promise<void> {
  const own = await ownEntries(talk);
  const [only] = own;
  if (only === undefined) talk.say(noEntries());
  else if (own.length === 1) await showCard(talk, only);
  else talk.say(named(talk.mayNameOthers, (mayName) => entryList(own, mayName)));
}

async function showCard(talk: KnownTalk, own: Own): Promise<void> {
  const { desk, person, mayNameOthers } = talk;
  const { entry, contest } = own;
  const isPublished = contest.state === 'published' || contest.state === 'archived';
  const team = await desk.entries.team(entry.id);
  const [mentor = null] = entry.mentorId === null ? [] : await desk.entries.people([entry.mentorId]);
  const shown = {
    isAuthor: entry.personId === person.id,
    files: await desk.entries.files(entry.id),
    team: team.length,
    outcome: isPublished ? await desk.entries.outcome(entry.id) : null,
    comments: isPublished && contest.terms.showsComments ? await desk.entries.comments(entry.id) : [],
    diplomas: isPublished ? await ownDiplomas(talk, entry) : [],
  };
  talk.show(
    named(mayNameOthers, (mayName) =>
      entryCard(own, { ...shown, mentor: mentorLine(entry, mentor, mayName) }, momentOf(talk), mayName),
    ),
  );
}

/** `entry:show:7`, `entry:nomination:7:3` …: whoever is neither its author nor in its team learns nothing about a work. */
export async function pressEntries(talk: KnownTalk, action: string): Promise<boolean> {
  const pressed = readEntryAction(action);
  if (pressed === null) return false;
  const { verb, id, more } = pressed;
  if (await pressNaming(talk, verb, id, more)) return true;
  const own = await ownOf(talk, id);
  if (own === null) return false;
  if (verb === 'show') await showCard(talk, own);
  else if (verb === 'diploma') return sendDiploma(talk, own.entry, more);
  else if (await pressTeam(talk, verb, own)) return true;
  else if (own.entry.personId !== talk.person.id) return false;
  else return (await deeds[verb]?.(talk, own, more)) ?? false;
  return true;
}

async function ownOf({ desk, person }: KnownTalk, entryId: string): Promise<Own | null> {
  const entry = (await desk.entries.ofPerson(person.id)).find(({ id }) => id === entryId);
  const contest = entry === undefined ? null : await desk.contests.find(person.programmeId, entry.contestId);
  if (entry === undefined || contest === null || contest.kind === 'event') return null;
  return { entry, contest };
}

type Deed = (talk: KnownTalk, own: Own, more: string | null) => Promise<boolean>;

const deeds: Partial<Record<EntryVerb, Deed>> = {
  async 'go-on'(talk, own) {
    const { entry, contest } = own;
    if (entry.state === 'found' && entry.post !== null) return offer(talk, entry.post);
    if (entry.state !== 'draft') return false;
    return whileOpen(talk, own, () => goOn(talk, contest, entry));
  },
  async again(talk, { entry }) {
    if (entry.state === 'checking' && entry.checkTrouble === null) {
      talk.toast(entryWords.pending);
      return true;
    }
    const held = await unlessRefused(talk, () => checkAgain(talk.desk, entrantOf(talk), entry.id, talk.at));
    if (held !== null) talk.show(checkResult(held.entry, held.contest, momentOf(talk)));
    return true;
  },
  replace: (talk, own) => whileOpen(talk, own, () => askForPost(talk, own.contest, own.entry), 'post'),
  title: (talk, own) => whileOpen(talk, own, () => askForTitle(talk, own.contest, own.entry, true), 'work'),
  about: (talk, own) => whileOpen(talk, own, () => askForAbout(talk, own.contest, own.entry, true), 'work'),
  files: (talk, own) => whileOpen(talk, own, () => askForFiles(talk, own.contest, own.entry, true), 'work'),
  skip: (talk, { entry }) => skipAbout(talk, entry.id),
  enough: (talk, { entry }) => enough(talk, entry.id),
  async nomination(talk, own, more) {
    const { entry, contest } = own;
    if (more === null) {
      if (openNominations(contest).length < 2) return false;
      return whileOpen(talk, own, () =>
        talk.show(chooseNomination(contest, (id) => entryAction('nomination', entry.id, id))),
      );
    }
    const change = { entryId: entry.id, nominationId: more };
    const held = await unlessRefused(talk, () =>
      changeNomination(talk.desk, entrantOf(talk), change, talk.at),
    );
    if (held === null) return true;
    talk.toast(entryWords.kept);
    await showCard(talk, held);
    return true;
  },
  withdraw: (talk, own) => whileOpen(talk, own, () => talk.show(reallyWithdraw(own.entry, own.contest))),
  async withdrawn(talk, { entry, contest }) {
    const done = await unlessRefused(talk, async () => ({
      held: await withdrawEntry(talk.desk, entrantOf(talk), entry.id, talk.at),
    }));
    if (done === null) return true;
    talk.turn(null);
    talk.toast(entryWords.gone);
    talk.show(done.held === null ? draftGone() : withdrawn(contest));
    return true;
  },
};

/** Asks only while an answer would be taken; otherwise the card says how the work stands now. */
async function whileOpen(
  talk: KnownTalk,
  own: Own,
  act: () => void,
  kind = own.contest.kind,
): Promise<boolean> {
  const { entry, contest } = own;
  const isOver = ['withdrawn', 'rejected', 'found'].includes(entry.state);
  if (isOver || kind !== contest.kind || !isTimeFor('enter', contest, talk.at)) await showCard(talk, own);
  else act();
  return true;
}
