import { createDiplomaBook } from '../database/repositories/diploma-book.ts';
import type { Contest } from '../domain/contests/contest.ts';
import { type AwardLine, mayAward } from '../domain/diplomas/awarding.ts';
import type { DiplomaDesk } from '../domain/diplomas/diploma-desk.ts';
import { Refusal } from '../domain/refusal.ts';
import { diplomaFileName } from '../texts/documents/diploma-files.ts';
import { contestOf, lockedContest, note } from './contest-work.ts';
import { type DeskDeps, type Look, staffLook, staffWork } from './desk-work.ts';
import { awardLines, rememberCorrections, type WordedLine } from './diploma-claims.ts';
import { packKind } from './diploma-errand.ts';
import { designsFor, errandOf, factsOf, givePapers, officeOf, orderHandingOut } from './diploma-giving.ts';
import { pictureOf } from './diploma-print.ts';
import { createDiplomaRegister } from './diploma-register.ts';
import { printDiploma } from './print-diploma.ts';

export function createDiplomaDesk(deps: DeskDeps): DiplomaDesk {
  return { ...awarding(deps), ...goingOn(deps), ...createDiplomaRegister(deps) };
}

async function awardable(look: Look, id: string): Promise<Contest> {
  const contest = await contestOf(look, id);
  mayAward(contest, look.at);
  return contest;
}

function shown({ person: _, ...line }: WordedLine): AwardLine {
  return line;
}

function awarding(deps: DeskDeps): Pick<DiplomaDesk, 'candidates' | 'preview' | 'issue'> {
  return {
    candidates: (staff, contestId, wish) =>
      staffLook(deps, staff, 'contests:write', async (look) =>
        (await awardLines(look, await awardable(look, contestId), wish)).map(shown),
      ),
    preview: (staff, contestId, key, wish) =>
      staffLook(deps, staff, 'contests:write', async (look) => {
        const contest = await awardable(look, contestId);
        const line = (await awardLines(look, contest, wish)).find((each) => each.key === key);
        if (line === undefined) throw new Refusal('diploma-nobody');
        const { design } = (await designsFor(look, contest, wish.templates))[line.kind];
        const paper = { contest, office: await officeOf(look), issuedOn: look.today };
        // What is not numbered leads nowhere.
        const facts = factsOf(line, paper, { number: '—', verificationUrl: 'https://example.org/' });
        const { bytes } = await printDiploma(facts, design, await pictureOf(look.sql, design));
        const name = diplomaFileName(line.kind, '', line.recipient.name.nominative);
        return { name, mime: 'application/pdf', bytes };
      }),
    issue: (staff, contestId, wish, call) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const { id } = await work.once(call, async () => {
          const contest = await lockedContest(work, contestId);
          mayAward(contest, work.at);
          const all = await awardLines(work, contest, wish);
          const lines = all.filter(({ group, issued }) => issued === null && wish.groups.includes(group));
          if (lines.length === 0) throw new Refusal('diploma-nobody');
          if (lines.length !== wish.count) throw new Refusal('diploma-list-changed', { count: lines.length });
          const designs = await designsFor(work, contest, wish.templates);
          const remembered = await rememberCorrections(work, lines, wish.corrections);
          const ids = await givePapers(work, contest, lines, { designs, publicUrl: deps.pageUrl() });
          await note(work, contestId, 'diploma.issued', { diplomas: ids.length, remembered });
          return { id: (await orderHandingOut(work, contestId, ids)).id };
        });
        return errandOf(work, id);
      }),
  };
}

function goingOn(deps: DeskDeps): Pick<DiplomaDesk, 'send' | 'pack'> {
  return {
    send: (staff, contestId, call) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const { id } = await work.once(call, async () => {
          await lockedContest(work, contestId);
          const ids = await createDiplomaBook(work.sql).ids(work.reach, contestId, 'untold');
          if (ids.length === 0) throw new Refusal('diploma-nobody');
          await note(work, contestId, 'diploma.sent-on', { diplomas: ids.length });
          return { id: (await orderHandingOut(work, contestId, ids)).id };
        });
        return errandOf(work, id);
      }),
    pack: (staff, contestId, call) =>
      staffWork(deps, staff, 'contests:read', async (work) => {
        const { id } = await work.once(call, async () => {
          await contestOf(work, contestId);
          const { reach, at, books } = work;
          const ids = await createDiplomaBook(work.sql).ids(reach, contestId, 'live');
          // A school learns nothing of papers that are not its own.
          if (ids.length === 0)
            throw new Refusal(reach.organizationIds === null ? 'diploma-nobody' : 'contest-unknown');
          await note(work, contestId, 'diploma.packed', { diplomas: ids.length });
          const order = { kind: packKind, power: 'contests:read', reach, at } as const;
          return books.errands
            .order({ ...order, params: { ids }, createdBy: staff.personId })
            .then((errand) => ({ id: errand.id }));
        });
        return errandOf(work, id);
      }),
  };
}
