import { awardClaims, type RawClaim } from '../database/repositories/award-claims.ts';
import { createNameExceptionBook } from '../database/repositories/name-exception-book.ts';
import type { Contest } from '../domain/contests/contest.ts';
import { type AwardCorrection, type AwardLine, inOrder, keyOf } from '../domain/diplomas/awarding.ts';
import type { Recipient } from '../domain/diplomas/diploma.ts';
import type { PersonToWord } from '../domain/documents/order-book.ts';
import { type CaseException, grammaticalCases } from '../domain/names/name-cases.ts';
import { exceptionsIn } from '../domain/names/remember.ts';
import type { Look, Work } from './desk-work.ts';
import { wordRecipient } from './print-diploma.ts';

type Wish = { personIds: readonly string[]; corrections: readonly AwardCorrection[] };
/** Somebody's claim, and what is known of them to word their name. */
export type WordedLine = AwardLine & { person: PersonToWord };

/** Everybody who may get a paper of this contest, worded by the rules, the programme's exceptions and these corrections. */
export async function awardLines(
  { sql }: Pick<Look, 'sql'>,
  contest: Contest,
  { personIds, corrections }: Wish,
): Promise<WordedLine[]> {
  const claims = await awardClaims(sql, contest, personIds);
  const exceptions = await createNameExceptionBook(sql).list(contest.programmeId);
  const corrected = new Map(corrections.map((each) => [each.personId, each]));
  return inOrder(claims.map((claim) => worded(claim, exceptions, corrected.get(claim.personId) ?? null)));
}

function worded(
  claim: RawClaim,
  exceptions: readonly CaseException[],
  correction: AwardCorrection | null,
): WordedLine {
  const line = { ...claim, key: keyOf(claim) };
  if (correction === null) {
    const { recipient, isDoubtful } = wordRecipient(claim.person, exceptions);
    return { ...line, recipient, doubtful: isDoubtful, corrected: false };
  }
  const { recipient } = ruled(claim.person, exceptions, correction);
  return { ...line, recipient: corrected(recipient, correction), doubtful: false, corrected: true };
}

const ruled = (
  person: PersonToWord,
  exceptions: readonly CaseException[],
  { gender, post }: AwardCorrection,
) => wordRecipient(person, exceptions, { gender, post });

function corrected({ name, post, gender }: Recipient, { nameForms, postForms }: AwardCorrection): Recipient {
  return {
    name: { ...name, forms: nameForms ?? name.forms },
    post: { ...post, forms: postForms ?? post.forms },
    gender,
  };
}

/** What staff wish to be remembered for every document from now on; answers how many words that were. */
export async function rememberCorrections(
  { books, staff, reach, at }: Pick<Work, 'books' | 'staff' | 'reach' | 'at'>,
  lines: readonly WordedLine[],
  corrections: readonly AwardCorrection[],
): Promise<number> {
  const exceptions = await books.nameExceptions.list(reach.programmeId);
  let count = 0;
  for (const correction of corrections.filter(({ remember }) => remember)) {
    const line = lines.find(({ personId }) => personId === correction.personId);
    if (line === undefined) continue;
    const learnt = learntFrom(line, ruled(line.person, exceptions, correction).recipient, correction);
    for (const each of learnt) {
      await books.nameExceptions.remember(reach.programmeId, each, staff.personId, at);
    }
    count += learnt.length;
  }
  return count;
}

function learntFrom(
  { person, recipient }: WordedLine,
  byRules: Recipient,
  { gender, post }: AwardCorrection,
): CaseException[] {
  const learnt = exceptionsIn(person, gender, recipient.name.forms, byRules.name.forms);
  const isPostOther = grammaticalCases.some(
    (each) => recipient.post.forms[each] !== byRules.post.forms[each],
  );
  if (post === '' || !isPostOther) return learnt;
  return [
    ...learnt,
    { part: 'post', gender: null, nominative: recipient.post.nominative, forms: recipient.post.forms },
  ];
}
