import type { Platform } from '../people/channel.ts';
import type { Origin } from '../staff/staff.ts';

/** One change, as it goes into the audit. Names nobody: ids, codes, states, numbers, days. */
export type AuditEntry = {
  /** `person.appointed`: the topic and what happened to it. */
  action: string;
  subject: { kind: string; id: string };
  organizationId?: string | null;
  before?: Readonly<Record<string, unknown>> | null;
  after?: Readonly<Record<string, unknown>> | null;
};

export type AuditRow = {
  id: string;
  at: Date;
  /** `null` where it was done at the command line. */
  personId: string | null;
  programmeId: string | null;
  via: Origin['via'];
  network: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  organizationId: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

/** What staff do to others in a chat. Bound to the transaction in which it is done. */
export type ChatAudit = {
  note(
    by: { personId: string; programmeId: string; platform: Platform },
    entry: AuditEntry,
    at: Date,
  ): Promise<void>;
};

/** What is somebody's own, or may name somebody: that it changed is kept, what it was is not. */
const personal: readonly string[] = [
  'surname',
  'name',
  'patronymic',
  'phone',
  'birthYear',
  'text',
  'reason',
  'topic',
  'note',
  'answers',
  'goal',
  'words',
  'address',
  'contact',
];

const masked = '•••';

/**
 * The audit can never be changed, not even to erase somebody (152-ФЗ art. 21 asks for that): so what names people does
 * not go in.
 */
export function withoutPersonal(
  facts: Readonly<Record<string, unknown>> | null | undefined,
): Record<string, unknown> | null {
  if (facts === null || facts === undefined) return null;
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [
      key,
      personal.includes(key) && value !== null && value !== '' ? masked : value,
    ]),
  );
}

/** Only what differs, so that a change of one field reads as one. */
export function difference(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): { before: Record<string, unknown>; after: Record<string, unknown> } {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null),
  );
  const only = (facts: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(keys.map((key) => [key, facts[key] ?? null]));
  return { before: only(before), after: only(after) };
}
