export const consentKinds = ['personal-data', 'distribution', 'participation', 'pupil-media'] as const;
/** Each a document of its own, joined with nothing else (152-ФЗ art. 9 and 10.1, 156-ФЗ). */
export type ConsentKind = (typeof consentKinds)[number];

export const consentGivers = ['self', 'representative'] as const;
/** Who signs: the person, or whoever represents a pupil under 18. */
export type ConsentGiver = (typeof consentGivers)[number];

/** One published version; never changed afterwards. */
export type ConsentText = {
  id: string;
  programmeId: string;
  kind: ConsentKind;
  giver: ConsentGiver;
  version: number;
  title: string;
  /** What it is in three plain lines. */
  summary: string;
  /** The whole document; `{operator}`, `{address}`, `{contact}` and `{programme}` are filled in already. */
  body: string;
  /** SHA-256 of title and body, hex: what was agreed to can be proved. */
  hash: string;
  publishedAt: Date;
};

/** Of a distribution: what may be published where, and on what conditions. */
export type ConsentScope = { what?: readonly string[]; where?: readonly string[]; conditions?: string };

export type Consent = {
  id: string;
  personId: string;
  /** The person themselves or a representative. */
  givenBy: string;
  textId: string;
  kind: ConsentKind;
  giver: ConsentGiver;
  version: number;
  hash: string;
  /** No newer version of the text is published. */
  current: boolean;
  way: 'chat' | 'page' | 'paper';
  scope: ConsentScope;
  givenAt: Date;
  withdrawnAt: Date | null;
};

export type ConsentState = 'given' | 'outdated' | 'withdrawn' | 'missing';

/** `outdated`: given to an earlier version. It stays good until withdrawn; the new one is asked for. */
export function consentState(kind: ConsentKind, consents: readonly Consent[]): ConsentState {
  const mine = consents.filter((consent) => consent.kind === kind);
  const live = mine.filter(({ withdrawnAt }) => withdrawnAt === null);
  if (live.some(({ current }) => current)) return 'given';
  if (live.length > 0) return 'outdated';
  return mine.length > 0 ? 'withdrawn' : 'missing';
}
