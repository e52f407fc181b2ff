import { Refusal } from '../refusal.ts';
import type { Consent, ConsentKind } from './consent.ts';

/** What never happens without a consent. */
export type ConsentedAction = 'pair-order' | 'publication' | 'contest-entry-shown' | 'pupil-photo';

const required: Readonly<Record<ConsentedAction, readonly ConsentKind[]>> = {
  'pair-order': ['personal-data', 'participation'],
  publication: ['personal-data', 'distribution'],
  'contest-entry-shown': ['personal-data', 'distribution'],
  'pupil-photo': ['pupil-media'],
};

/**
 * `Refusal('consent-missing', { kind })` for the first kind that nobody has given. One to an earlier text is good until it
 * is withdrawn. `minor`: under 18, so only what a representative gave counts (152-ФЗ art. 9 part 6).
 */
export function requireConsents(
  action: ConsentedAction,
  consents: readonly Consent[],
  { minor = false }: { minor?: boolean } = {},
): void {
  for (const kind of required[action]) {
    const good = liveOf(kind, consents).some(({ giver }) => !minor || giver === 'representative');
    if (!good) throw new Refusal('consent-missing', { kind });
  }
}

/**
 * Whether this category may be published in this place, by the keys of `distributionForm`. The newest distribution alone
 * decides: it takes the place of those before. Silence is no consent (art. 10.1 part 8): what is not named is not allowed.
 */
export function mayPublish(
  consents: readonly Consent[],
  what: string,
  where: string,
  { minor = false }: { minor?: boolean } = {},
): boolean {
  const [newest] = liveOf('distribution', consents)
    .filter(({ giver }) => !minor || giver === 'representative')
    .toSorted((a, b) => b.givenAt.getTime() - a.givenAt.getTime() || Number(b.id) - Number(a.id));
  if (newest === undefined || liveOf('personal-data', consents).length === 0) return false;
  return (newest.scope.what ?? []).includes(what) && (newest.scope.where ?? []).includes(where);
}

function liveOf(kind: ConsentKind, consents: readonly Consent[]): Consent[] {
  return consents.filter((consent) => consent.kind === kind && consent.withdrawnAt === null);
}
