import { createContestSettingsBook } from '../database/repositories/contest-settings-book.ts';
import { difference } from '../domain/audit/audit.ts';
import { addDays, instantOf, toDay } from '../domain/calendar/day.ts';
import { checkChange, checkSettings } from '../domain/contests/check-settings.ts';
import type { ContestKind } from '../domain/contests/contest.ts';
import type { ContestDesk, ContestSource } from '../domain/contests/contest-desk.ts';
import { type ContestSettings, settingsOf, tidySettings } from '../domain/contests/contest-settings.ts';
import { forNextYear } from '../domain/contests/next-year.ts';
import { contestTemplates, settingsFrom, yearFor } from '../domain/contests/templates.ts';
import { usualTerms } from '../domain/contests/terms.ts';
import { Refusal } from '../domain/refusal.ts';
import { checkVersion } from '../domain/staff/version.ts';
import { blankTitles, templateWords } from '../texts/contests/templates.ts';
import { mustKnowItem, syncMilestones } from './contest-milestones.ts';
import { contestOf, lockedContest, note, shownContest, timeZoneOf } from './contest-work.ts';
import { type DeskDeps, type Look, staffWork, type Work } from './desk-work.ts';

/** How a contest begins, and what is set of it. */
export function createContestDrafts(deps: DeskDeps): Pick<ContestDesk, 'create' | 'edit'> {
  return {
    create: (staff, source, call) =>
      staffWork(deps, staff, 'contests:write', (work) =>
        work.once(call, async () => {
          const { programmeId } = work.reach;
          const { kind, settings, ...origin } = await beginning(work, source);
          const whose = {
            programmeId,
            kind,
            templateKey: null,
            copiedFrom: null,
            ...origin,
            by: staff.personId,
          };
          const id = await createContestSettingsBook(work.sql).add(whose, settings, work.at);
          await note(work, id, 'contest.created', {
            kind,
            ...(origin.copiedFrom !== undefined && { copiedFrom: origin.copiedFrom }),
          });
          return { id };
        }),
      ),

    edit: (staff, id, version, given) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const { sql, at } = work;
        const contest = await lockedContest(work, id);
        const before = settingsOf(contest);
        checkVersion(before, version);
        const next = tidySettings(contest.kind, given);
        checkSettings(contest.kind, next, await timeZoneOf(work));
        checkChange(contest, next, at, await work.books.contests.isScored(id));
        await mustKnow(work, next.terms.organizationIds ?? []);
        if (next.itemId !== null && next.itemId !== contest.itemId) await mustKnowItem(work, next.itemId);
        await createContestSettingsBook(sql).save(contest, next, at);
        await syncMilestones(work, id);
        const after = settingsOf(await contestOf(work, id));
        const changed = difference(factsOf(before), factsOf(after));
        await note(work, id, 'contest.edited', changed.after, changed.before);
        return shownContest(work, id);
      }),
  };
}

type Beginning = {
  kind: ContestKind;
  settings: ContestSettings;
  templateKey?: string | null;
  copiedFrom?: string;
};

async function beginning(look: Look, source: ContestSource): Promise<Beginning> {
  const timeZone = await timeZoneOf(look);
  const { at } = look;
  if (source.from === 'blank') return { kind: source.kind, settings: blank(source.kind, at, timeZone) };
  if (source.from === 'copy') {
    const contest = await contestOf(look, source.contestId);
    const { kind, templateKey, id: copiedFrom } = contest;
    return { kind, templateKey, copiedFrom, settings: forNextYear(contest, at, timeZone) };
  }
  const template = contestTemplates[source.key];
  const year = yearFor(template, { at, timeZone });
  const settings = settingsFrom(template, templateWords[source.key](year), year, timeZone);
  return { kind: template.kind, templateKey: source.key, settings };
}

/** A week until it opens, a month to take part. */
function blank(kind: ContestKind, at: Date, timeZone: string): ContestSettings {
  const on = (days: number, time: string) => instantOf(addDays(toDay(at, timeZone), days), time, timeZone);
  const isEvent = kind === 'event';
  return {
    itemId: null,
    title: blankTitles[kind],
    summary: '',
    opensAt: on(7, '09:00'),
    closesAt: on(37, '23:59'),
    judgingUntil: isEvent ? null : on(47, '18:00'),
    resultsOn: null,
    startsAt: isEvent ? on(40, '14:00') : null,
    endsAt: isEvent ? on(40, '17:00') : null,
    terms: usualTerms,
    announcement: '',
    nominations: [],
    criteria: [],
  };
}

async function mustKnow({ sql, reach }: Pick<Work, 'sql' | 'reach'>, organizationIds: readonly string[]) {
  const known = await sql.query(
    'select from organization where id = any($1::bigint[]) and programme_id = $2',
    [organizationIds, reach.programmeId],
  );
  if (known.length !== organizationIds.length) throw new Refusal('organization-unknown');
}

/** For the audit: words only as that they changed, lists as how many they are. */
function factsOf({ terms, summary, announcement, nominations, criteria, ...settings }: ContestSettings) {
  return {
    ...settings,
    text: [summary, announcement, terms.event.link, terms.event.place].join('\n'),
    nominations: nominations.map(({ title, hashtags, archived }) =>
      [title, ...hashtags, archived ? '—' : ''].join(' ').trim(),
    ),
    criteria: criteria.map(({ title, weight, scale }) => `${title} (${weight} × ${scale})`),
    rules: JSON.stringify({ ...terms, event: { ...terms.event, link: '', place: '' } }),
  };
}
