import { expect, test } from 'vitest';
import { diplomaDesigns, eventCertificate } from '../../texts/documents/diploma-designs.ts';
import { checkDesign } from './check-design.ts';
import type { DiplomaDesign } from './design.ts';

const good: DiplomaDesign = {
  orientation: 'portrait',
  accent: 'navy',
  frame: 'lines',
  above: '',
  heading: 'ДИПЛОМ',
  under: '',
  lines: [{ style: 'name', text: '{Кто}' }],
  signatures: [{ post: 'Директор', name: 'О. П. Серова' }],
  picture: null,
};
const faultsOf = (change: Partial<DiplomaDesign>) => checkDesign({ ...good, ...change });
const line = (text: string) => ({ style: 'plain', text }) as const;

test('ours are without fault', () => {
  for (const design of [...Object.values(diplomaDesigns), eventCertificate, good])
    expect(checkDesign(design)).toEqual([]);
});

test('an unknown field comes with the one that was meant, wherever it stands', () => {
  expect(
    faultsOf({ under: '[за {Наминация}]', lines: [...good.lines, line('{Кто дат.} {Погода завтра}')] }),
  ).toEqual([
    { code: 'field-unknown', at: 'under', name: 'Наминация', nearest: 'Номинация' },
    { code: 'field-unknown', at: 'line-1', name: 'Кто дат.', nearest: 'Кто дат' },
    { code: 'field-unknown', at: 'line-1', name: 'Погода завтра', nearest: null },
  ]);
});

test('a design says to whom it is given: a person or a team, by more than a post', () => {
  expect(faultsOf({ lines: [line('{Кто должность}, {Город}')] })).toEqual([{ code: 'no-name' }]);
  for (const field of ['{Кто с должностью дат}', '[{Команда}]', '{Кто кратко}'])
    expect(faultsOf({ lines: [line(field)] })).toEqual([]);
});

test('braces, choices, lengths and numbers of lines are checked', () => {
  expect(faultsOf({ above: '{Город' })).toEqual([{ code: 'braces', at: 'above' }]);
  expect(faultsOf({ above: '{принял|приняла}' })).toEqual([
    { code: 'choice-of-three', at: 'above', name: 'принял|приняла' },
  ]);
  expect(faultsOf({ heading: '  ' })).toEqual([{ code: 'empty', at: 'heading' }]);
  expect(faultsOf({ heading: 'Д'.repeat(61) })).toEqual([{ code: 'too-long', at: 'heading', most: 60 }]);
  expect(faultsOf({ lines: [...good.lines, line('ы'.repeat(301))] })).toEqual([
    { code: 'too-long', at: 'line-1', most: 300 },
  ]);
  expect(faultsOf({ lines: Array.from({ length: 15 }, () => line('{Кто}')) })).toEqual([
    { code: 'too-many-lines', most: 14 },
  ]);
});

test('from one to three sign, each with a post; the name may be left to the hand', () => {
  const signature = good.signatures[0]!;
  expect(faultsOf({ signatures: [] })).toEqual([{ code: 'no-signature' }]);
  expect(faultsOf({ signatures: [signature, signature, signature] })).toEqual([]);
  expect(faultsOf({ signatures: [signature, signature, signature, signature] })).toEqual([
    { code: 'too-many-signatures', most: 3 },
  ]);
  expect(faultsOf({ signatures: [{ post: 'Директор', name: '' }] })).toEqual([]);
  expect(faultsOf({ signatures: [signature, { post: ' ', name: 'Д. И. Ректорова' }] })).toEqual([
    { code: 'empty', at: 'signature-1' },
  ]);
  expect(faultsOf({ signatures: [{ post: 'Д'.repeat(161), name: 'С' }] })).toEqual([
    { code: 'too-long', at: 'signature-0', most: 160 },
  ]);
});
