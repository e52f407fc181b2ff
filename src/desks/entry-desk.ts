import { createEntryBook } from '../database/repositories/entry-book.ts';
import { listEntries, listFound } from '../database/repositories/entry-list.ts';
import { linksFor } from '../database/repositories/invitation-book.ts';
import { createStoredFileBook } from '../database/repositories/stored-file-book.ts';
import { writeXlsx } from '../documents/write-xlsx.ts';
import type { EntryDesk } from '../domain/contests/entry-desk.ts';
import { xlsxMime } from '../domain/files/sheet-plan.ts';
import { mostExported } from '../domain/people/people-list.ts';
import { Refusal } from '../domain/refusal.ts';
import { foundInvitation } from '../texts/contests/entry-news.ts';
import { deadlineText } from '../texts/contests/when.ts';
import { entriesFileName, entriesPlan } from '../texts/entries-export.ts';
import { contestOf } from './contest-work.ts';
import { type DeskDeps, type Look, staffLook, staffWork } from './desk-work.ts';
import { createEntryAdding } from './entry-adding.ts';
import { createEntryStepping } from './entry-stepping.ts';
import { entryOf, momentOf, shownEntry, troubleOf } from './entry-work.ts';

export function createEntryDesk(deps: DeskDeps): EntryDesk {
  return {
    list: (staff, contestId, query, filter) =>
      staffLook(deps, staff, 'contests:read', (look) => listed(look, contestId, query, filter)),
    export: (staff, contestId, query, filter) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const contest = await contestOf(work, contestId);
        const wish = { ...query, page: 1, size: mostExported };
        const { items, total } = await listed(work, contestId, wish, filter);
        if (total > mostExported) throw new Refusal('too-many-to-export', { most: mostExported });
        const subject = { kind: 'contest', id: contestId };
        await work.note({ action: 'contest.entries-exported', subject, after: { count: total } });
        const plan = entriesPlan(items, await momentOf(work));
        return {
          name: entriesFileName(contest.title),
          mime: xlsxMime,
          bytes: await writeXlsx([plan], work.at),
        };
      }),
    get: (staff, contestId, entryId) =>
      staffLook(deps, staff, 'contests:read', async (look) => {
        const { contest, entry } = await entryOf(look, contestId, entryId);
        return shownEntry(look, contest, entry);
      }),
    readFile: (staff, contestId, entryId, fileId) =>
      staffLook(deps, staff, 'contests:read', async (look) => {
        await entryOf(look, contestId, entryId);
        const own = await createEntryBook(look.sql).files(entryId);
        const isOwn = own.some(({ id }) => id === fileId);
        const file = isOwn ? await createStoredFileBook(look.sql).read(fileId) : null;
        if (file === null) throw new Refusal('file-unknown');
        return file;
      }),
    found: (staff, contestId, query) =>
      staffLook(deps, staff, 'contests:write', async (look) => {
        const contest = await contestOf(look, contestId);
        const links = (await linksFor(look.sql, '')).flatMap(({ link }) => link ?? []);
        // Without anything to bring along.
        const plain = links.map((link) => link.replace(/\?(?:start|ref)=$/, ''));
        const deadline = deadlineText(contest, await momentOf(look));
        return {
          ...(await listFound(look.sql, contestId, query)),
          invitation: foundInvitation(contest, plain, deadline),
        };
      }),
    ...createEntryAdding(deps),
    ...createEntryStepping(deps),
  };
}

async function listed(
  look: Look,
  contestId: string,
  query: Parameters<EntryDesk['list']>[2],
  filter: Parameters<EntryDesk['list']>[3],
): ReturnType<EntryDesk['list']> {
  const { items, total } = await listEntries(look.sql, look.reach, contestId, query, filter);
  const moment = await momentOf(look);
  return {
    total,
    items: items.map(({ trouble, troubleSince, ...line }) => ({
      ...line,
      trouble: troubleOf(trouble?.code ?? null, troubleSince, moment),
    })),
  };
}
