import { Refusal } from '../refusal.ts';
import type { Audience, MailingDraft } from './mailing.ts';
import { unknownPlaceholders } from './reader-text.ts';

export const draftLimits = {
  title: 200,
  /** Leaves room for the longest names: one message to one reader, whatever the platform. */
  text: 3500,
  files: 3,
  people: 500,
} as const;

/** What was typed, without blanks around it; an empty other text is none. */
export function tidyMailing(draft: MailingDraft): MailingDraft {
  const other = draft.otherText?.trim() ?? '';
  return {
    ...draft,
    title: draft.title.replace(/\s+/gu, ' ').trim(),
    text: draft.text.trim(),
    otherText: draft.namesOthers && other !== '' ? other : null,
    audience: tidyAudience(draft.audience),
  };
}

function tidyAudience({ lacks, ...lists }: Audience): Audience {
  const once = <T>(list: readonly T[]) => [...new Set(list)];
  return {
    lacks,
    roles: once(lists.roles),
    organizationIds: once(lists.organizationIds),
    applicationStates: once(lists.applicationStates),
    pairStates: once(lists.pairStates),
    personIds: once(lists.personIds),
  };
}

/**
 * What stands in the way of keeping a draft: `Refusal('mailing-too-long' | 'placeholder-unknown' | 'mailing-too-many-people')`.
 * A draft may still be without words or readers; what is sent may not.
 */
export function checkDraft({ title, text, otherText, audience }: MailingDraft): void {
  const long = Math.max(text.length, otherText?.length ?? 0);
  if (title.length > draftLimits.title || long > draftLimits.text) {
    throw new Refusal('mailing-too-long', { most: draftLimits.text });
  }
  if (audience.personIds.length > draftLimits.people) {
    throw new Refusal('mailing-too-many-people', { most: draftLimits.people });
  }
  const [unknown] = unknownPlaceholders(`${text}\n${otherText ?? ''}`);
  if (unknown !== undefined) throw new Refusal('placeholder-unknown', { name: unknown });
}

/** What is sent: `Refusal('mailing-empty' | 'mailing-to-nobody')`. */
export function checkReady(draft: MailingDraft): void {
  checkDraft(draft);
  if (draft.text === '') throw new Refusal('mailing-empty');
  if (isToNobody(draft.audience)) throw new Refusal('mailing-to-nobody');
}

/** Nothing was chosen: everybody is never meant by leaving everything out. */
export function isToNobody(audience: Audience): boolean {
  return !hasConditions(audience) && audience.personIds.length === 0;
}

export function hasConditions({ personIds: _, lacks, ...lists }: Audience): boolean {
  return lacks !== null || Object.values(lists).some((list) => list.length > 0);
}
