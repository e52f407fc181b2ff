import type { SynonymGroup } from '../domain/pairs/competency-index.ts';
import { type Word, wordsOf } from './words.ts';

type Node = { next: Map<string, Node>; groups: number[] };

/** What a text is made of: a word, or a phrase that the synonyms know; `groups` are those it stands in. */
export type Unit = { words: readonly Word[]; groups: readonly number[] };

/** Cuts texts into units. The longest phrase wins its words: «итоговая аттестация» is no «аттестация». */
export type Cutter = {
  unitsOf(words: readonly Word[]): Unit[];
  /** Stems that some phrase is made of. */
  stems: ReadonlySet<string>;
};

export function createCutter(synonyms: readonly SynonymGroup[]): Cutter {
  const root: Node = { next: new Map(), groups: [] };
  const stems = new Set<string>();
  for (const [group, phrases] of synonyms.entries()) {
    for (const phrase of phrases) {
      let node = root;
      for (const { stem } of wordsOf(phrase)) {
        stems.add(stem);
        node = stepInto(node, stem);
      }
      if (node !== root && !node.groups.includes(group)) node.groups.push(group);
    }
  }
  return { stems, unitsOf: (words) => cut(root, words) };
}

function stepInto(node: Node, stem: string): Node {
  const known = node.next.get(stem);
  if (known !== undefined) return known;
  const made: Node = { next: new Map(), groups: [] };
  node.next.set(stem, made);
  return made;
}

function cut(root: Node, words: readonly Word[]): Unit[] {
  const units: Unit[] = [];
  for (let from = 0; from < words.length; ) {
    const { length, groups } = longestAt(root, words, from);
    units.push({ words: words.slice(from, from + length), groups });
    from += length;
  }
  return units;
}

function longestAt(root: Node, words: readonly Word[], from: number) {
  let best: { length: number; groups: readonly number[] } = { length: 1, groups: [] };
  let node: Node | undefined = root;
  for (let at = from; at < words.length; at += 1) {
    node = node.next.get(words[at]?.stem ?? '');
    if (node === undefined) break;
    if (node.groups.length > 0) best = { length: at - from + 1, groups: node.groups };
  }
  return best;
}
