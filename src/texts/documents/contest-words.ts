import type { ProtocolEntry, ProtocolFacts } from '../../domain/contests/protocol.ts';
import type { Activity } from '../../domain/contests/ranking/activity.ts';
import type { Conflict } from '../../domain/contests/ranking/conflict.ts';
import type { JurorHabit } from '../../domain/contests/ranking/normalise.ts';
import type {
  NominationRanking,
  RankedEntry,
  TieBreak,
  UnrankedEntry,
} from '../../domain/contests/ranking/ranking.ts';
import { hair } from '../../domain/contests/ranking/statistics.ts';
import { decimal } from '../contest-rules.ts';

export const excusedWords: Record<Conflict | 'abstained', string> = {
  'own-entry': 'собственная работа',
  'named-mentor': 'работа о самом члене жюри',
  pair: 'работа участника своей наставнической пары',
  organization: 'работа своей организации',
  abstained: 'самоотвод',
};

export const tieWords: Record<TieBreak, string> = {
  median: 'при равном итоге место определено по медиане оценок',
  criterion: 'при равном итоге и равной медиане место определено по критериям наибольшего веса',
  shared: 'работы равны во всём и делят место',
};

export const habitWords: Record<JurorHabit['way'], string> = {
  scaled: 'приведены к общему среднему и разбросу',
  shifted: 'все одинаковы, заменены общим средним',
  'as-given': 'взяты как есть',
};

export function unrankedWords(
  { reason, sheets }: Pick<UnrankedEntry, 'reason' | 'sheets'>,
  minSheets: number,
): string {
  if (reason === 'no-activity') return 'отклик читателей узнать не удалось';
  return `листов оценки ${sheets.length}, а нужно не меньше ${minSheets}`;
}

/** «Название»; inner quotes as Russian has them. */
export function quoted(title: string): string {
  return `«${title.trim().replaceAll('«', '„').replaceAll('»', '“')}»`;
}

export function authorsLine({ authors, organizationName }: ProtocolEntry): string {
  return [authors.join(', '), organizationName].filter((part) => part !== '').join(', ');
}

/** «12 / 3 / 4»: likes, reposts, comments. */
export function countersLine(activity: Activity | null): string {
  return activity === null ? '—' : [activity.likes, activity.reposts, activity.comments].join(' / ');
}

/** As few digits after the comma as tell every two neighbours of different scores apart, two at least. */
export function digitsOf(ranked: readonly Pick<RankedEntry, 'score'>[]): number {
  const isClear = (digits: number) =>
    ranked.every(({ score }, at) => {
      const next = ranked[at + 1]?.score ?? score;
      return Math.abs(score - next) <= hair || decimal(score, digits) !== decimal(next, digits);
    });
  return [2, 3, 4, 5].find(isClear) ?? 6;
}

/** What the facts hold, found by id. */
export type Found = {
  /** From 1, as jurors are numbered in the protocol. */
  jurorNumber(jurorId: string): number;
  jurorName(jurorId: string): string;
  entry(entryId: string): ProtocolEntry;
  nominationTitle(nominationId: string): string;
};

export function findIn({ jurors, entries, nominations }: ProtocolFacts): Found {
  const numbers = new Map(jurors.map(({ id }, at) => [id, at + 1]));
  const entryOf = new Map(entries.map((entry) => [entry.id, entry]));
  const titles = new Map(nominations.map(({ id, title }) => [id, title]));
  return {
    jurorNumber: (id) => numbers.get(id) ?? 0,
    jurorName: (id) => jurors[(numbers.get(id) ?? 0) - 1]?.name ?? '',
    entry: (id) => entryOf.get(id) ?? { id, title: '', authors: [], organizationName: '', activity: null },
    nominationTitle: (id) => titles.get(id) ?? '',
  };
}

/** Those who have judged in a nomination, as they are numbered. */
export function jurorsOf({ jurors }: NominationRanking, found: Found): string[] {
  return jurors.map(({ jurorId }) => jurorId).toSorted((x, y) => found.jurorNumber(x) - found.jurorNumber(y));
}
