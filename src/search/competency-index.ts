import type { CompetencyIndex, SynonymGroup } from '../domain/pairs/competency-index.ts';
import { type Cutter, createCutter, type Unit } from './phrases.ts';
import { createMender } from './slips.ts';
import { createTally, type Tally } from './tally.ts';
import { lightStems, type Word, wordsOf } from './words.ts';

/** What a part of a request is worth to a line, by how it was found there. */
const worth = { synonym: 0.9, wider: 0.75, word: 0.9, partOfPhrase: 0.6, root: 0.6, theVeryWord: 0.1 };
/** Of a word that everybody says, and of one that nobody here has. */
const lightly = { light: 0.15, unknown: 0.3 };
/** The rest is how much of the line speaks of the request: of two that answer it the more particular is first. */
const coverShare = 0.75;
/** Weaker likenesses are not worth telling. */
const faintest = 0.1;

/** The lines in which something stands, in their order. */
type Postings<Key> = Map<Key, number[]>;

type Index = {
  cutter: Cutter;
  lines: readonly string[];
  stems: Postings<string>;
  roots: Postings<string>;
  groups: Postings<number>;
  mend(this: void, word: Word): Word;
  /** Of a whole line. */
  weights: Float64Array;
};

/** Built once for thousands of lines; asking it costs in proportion to the lines that share a word with the request. */
export function indexCompetencies(
  given: Iterable<string>,
  synonyms: readonly SynonymGroup[],
): CompetencyIndex {
  const indexing = beginIndex(given, synonyms);
  while (indexing.more()) indexing.take(Number.POSITIVE_INFINITY);
  return indexing.end();
}

/** Some 15 ms of work. */
const portion = 100;

/** The same, letting others have their turn after each portion of lines: in the same process people are being answered. */
export async function indexAtLeisure(
  given: Iterable<string>,
  synonyms: readonly SynonymGroup[],
): Promise<CompetencyIndex> {
  const indexing = beginIndex(given, synonyms);
  while (indexing.more()) {
    indexing.take(portion);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return indexing.end();
}

function beginIndex(given: Iterable<string>, synonyms: readonly SynonymGroup[]) {
  const lines = [...new Set(given)];
  const cutter = createCutter(synonyms);
  const index: Index = {
    cutter,
    lines,
    stems: new Map(),
    roots: new Map(),
    groups: new Map(),
    weights: new Float64Array(lines.length),
    mend: (word) => word,
  };
  const unitsOf: Unit[][] = [];
  return {
    more: () => unitsOf.length < lines.length,
    take(count: number): void {
      for (const text of lines.slice(unitsOf.length, unitsOf.length + count)) {
        const units = cutter.unitsOf(wordsOf(text));
        for (const unit of units) post(index, unitsOf.length, unit);
        unitsOf.push(units);
      }
    },
    end(): CompetencyIndex {
      for (const [line, units] of unitsOf.entries()) {
        index.weights[line] = units.reduce((sum, unit) => sum + weightOf(index, unit), 0);
      }
      index.mend = createMender([...lightStems, ...index.stems.keys(), ...cutter.stems]);
      return { match: (request) => match(index, request) };
    },
  };
}

function post(index: Index, line: number, { words, groups }: Unit): void {
  for (const { stem, root } of words) {
    add(index.stems, stem, line);
    if (root !== null) add(index.roots, root, line);
  }
  for (const group of groups) add(index.groups, group, line);
}

function add<Key>(postings: Postings<Key>, key: Key, line: number): void {
  const lines = postings.get(key);
  if (lines === undefined) postings.set(key, [line]);
  else if (lines.at(-1) !== line) lines.push(line);
}

function linesWith<Key>(postings: Postings<Key>, key: Key): readonly number[] {
  return postings.get(key) ?? [];
}

/** The rarer, the heavier. */
function weightOf(index: Index, { words, groups }: Unit): number {
  const counts =
    groups.length > 0
      ? groups.map((group) => linesWith(index.groups, group).length)
      : words.map(({ stem }) => linesWith(index.stems, stem).length);
  const often = Math.min(...counts.filter((count) => count > 0));
  const isKnown = Number.isFinite(often);
  const rarity = Math.log(1 + (index.lines.length + 1) / (isKnown ? often + 1 : 1));
  if (groups.length === 0 && words.every(({ isLight }) => isLight)) return rarity * lightly.light;
  return isKnown ? rarity : rarity * lightly.unknown;
}

function match(index: Index, request: string): Map<string, number> {
  const units = index.cutter.unitsOf(wordsOf(request).map(index.mend));
  const sums = createTally(index.lines.length);
  const qualities = createTally(index.lines.length);
  let whole = 0;
  for (const unit of units) {
    const weight = weightOf(index, unit);
    whole += weight;
    judge(index, unit, qualities);
    for (const line of qualities.touched()) sums.add(line, weight * qualities.of(line));
    qualities.clear();
  }
  const answer = new Map<string, number>();
  for (const line of sums.touched()) {
    const sum = sums.of(line);
    const ofLine = Math.min(1, sum / (index.weights[line] ?? 1));
    const strength = (sum / whole) * (coverShare + (1 - coverShare) * ofLine);
    if (strength >= faintest) answer.set(index.lines[line] ?? '', Math.min(1, strength));
  }
  return answer;
}

/** How well a unit of a request is found in each line, up to 1. */
function judge(index: Index, { words, groups }: Unit, qualities: Tally): void {
  const weighty = words.some(({ isLight }) => !isLight) ? words.filter(({ isLight }) => !isLight) : words;
  const rarest = Math.min(...groups.map((group) => linesWith(index.groups, group).length));
  for (const group of groups) {
    const lines = linesWith(index.groups, group);
    for (const line of lines) qualities.raise(line, lines.length === rarest ? worth.synonym : worth.wider);
  }
  const direct = words.length === 1 ? worth.word : worth.partOfPhrase / weighty.length;
  for (const { stem, root } of weighty) {
    if (root !== null) {
      for (const line of linesWith(index.roots, root)) qualities.raise(line, Math.min(worth.root, direct));
    }
    for (const line of linesWith(index.stems, stem)) qualities.raise(line, direct);
  }
  for (const { stem } of weighty) {
    for (const line of linesWith(index.stems, stem)) qualities.add(line, worth.theVeryWord / weighty.length);
  }
}
