import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Gender, genderOf, type Names, wordName } from '../domain/names/name-cases.ts';
import { nameCases } from './name-cases.ts';

const asked = ['genitive', 'dative', 'accusative', 'instrumental'] as const;
type Line = { names: Names; gender: Gender; nominative: string; right: string[] };

const lines: Line[] = readFileSync(new URL('../../test/fixtures/names/cases.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => {
    const [gender, nominative = '', ...right] = line.split('|').map((cell) => cell.trim());
    const [surname = '', name = '', ...patronymic] = nominative.split(' ');
    return {
      names: { surname, name, patronymic: patronymic.join(' ') },
      gender: gender === 'm' ? 'male' : 'female',
      nominative,
      right,
    };
  });

describe('the hard list', () => {
  test('has at least sixty people, and nearly all come out right', () => {
    const wrong = lines.filter(({ names, gender, right }) => {
      const { forms } = wordName(nameCases, [], names, gender);
      return asked.some((each, at) => forms[each] !== right[at]);
    });
    expect(lines.length).toBeGreaterThanOrEqual(60);
    expect(wrong.map(({ nominative }) => nominative)).toEqual([]);
    expect(1 - wrong.length / lines.length).toBeGreaterThanOrEqual(0.95);
  });

  test('whoever has a patronymic is told to be a man or a woman', () => {
    for (const { names, gender, nominative } of lines) {
      if (names.patronymic !== '') expect(genderOf(names), nominative).toBe(gender);
    }
  });
});
