import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelledSuggestions, mean, recallAt5 } from '../../test/helpers/labelled-suggestions.ts';
import { defaultSynonyms } from '../domain/competencies/default-synonyms.ts';
import { indexAtLeisure, indexCompetencies } from './competency-index.ts';

const { lines, requests } = labelledSuggestions();
const codeOf = new Map([...lines].map(([code, text]) => [text, code]));
const index = indexCompetencies(lines.values(), defaultSynonyms);

function bestOf(request: string, count = 5): string[] {
  const found = [...index.match(request)].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return found.slice(0, count).map(([text]) => codeOf.get(text) ?? '');
}

describe('the labelled set', () => {
  it('names lines that are there, each request one to five of them', () => {
    expect(requests).toHaveLength(60);
    expect(requests.filter(({ half }) => half === 'held')).toHaveLength(30);
    expect(new Set(lines.values()).size).toBe(lines.size);
    for (const { relevant } of requests) {
      expect(new Set(relevant).size).toBe(relevant.length);
      expect(relevant.length).toBeLessThanOrEqual(5);
      expect(relevant.filter((code) => !lines.has(code))).toEqual([]);
    }
  });

  it('is answered with nine of ten helpful lines among the first five', () => {
    const recall = requests.map(({ relevant, text }) => recallAt5(relevant, bestOf(text)));
    expect(mean(recall)).toBeGreaterThanOrEqual(0.9);
    const held = requests.flatMap(({ half }, at) => (half === 'held' ? [recall[at] ?? 0] : []));
    expect(mean(held)).toBeGreaterThanOrEqual(0.85);
  });
});

describe('a request', () => {
  it('finds other forms of a word, and «ё» written as «е»', () => {
    expect(bestOf('олимпиадами', 2).toSorted()).toEqual(['gft2', 'gft4']);
    expect(bestOf('одаренных детей', 1)).toEqual(['gft1']);
  });

  it('finds what is called by another word or an abbreviation', () => {
    expect(bestOf('гиперактивность', 1)).toEqual(['psy4']);
    expect(bestOf('буллинг', 1)).toEqual(['cnf3']);
    expect(bestOf('методобъединение', 1)).toEqual(['mo1']);
  });

  it('finds over a slip of typing', () => {
    expect(bestOf('робототехинка', 1)).toEqual(['dop3']);
    expect(bestOf('професональное мастерство', 1)).toEqual(['cnt1']);
  });

  it('takes a longer phrase for what it is', () => {
    expect(bestOf('итоговая аттестация', 5)).not.toContain('att2');
  });

  it('of no weight, or of words that nobody has, finds nothing', () => {
    for (const empty of ['', '  ', '!!!', 'и в на', 'xyzzy', '\u0000'])
      expect(index.match(empty).size).toBe(0);
  });

  it('is answered best by the very same line', () => {
    for (const text of lines.values()) {
      const found = index.match(text);
      expect(found.get(text)).toBeCloseTo(1, 5);
      expect(Math.max(...found.values())).toBeLessThanOrEqual(1);
    }
  });

  it('whatever it is, is answered between 0 and 1, always alike', () => {
    const words = [...lines.values()].flatMap((text) => text.split(' '));
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((some) => some.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const found = index.match(text);
        for (const strength of found.values()) expect(strength > 0 && strength <= 1).toBe(true);
        expect(index.match(text)).toEqual(found);
      }),
    );
  });
});

describe('an index', () => {
  it('of nothing answers nothing', () => {
    expect(indexCompetencies([], []).match('урок').size).toBe(0);
  });

  it('whatever its lines and synonyms are, is made', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(fc.array(text), fc.array(fc.array(text)), text, (some, synonyms, asked) => {
        const found = indexCompetencies(some, synonyms).match(asked);
        expect([...found.keys()].every((line) => some.includes(line))).toBe(true);
      }),
    );
  });

  it('knows only the synonyms it was given', () => {
    expect(indexCompetencies(['Медиация'], []).match('ссора').size).toBe(0);
    expect(indexCompetencies(['Медиация'], [['ссора', 'медиация']]).match('ссорой').size).toBe(1);
  });
});

it('an index made at leisure answers as one made at once', async () => {
  const atLeisure = await indexAtLeisure(lines.values(), defaultSynonyms);
  for (const request of ['боюсь проводить родительское собрание', 'читательская граммотность', '']) {
    expect([...atLeisure.match(request)]).toEqual([...index.match(request)]);
  }
});
