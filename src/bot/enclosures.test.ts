import { expect, test } from 'vitest';
import { deliveryTo, shelfOf } from '../../test/helpers/delivery.ts';
import type { FileContent } from '../domain/files/stored-file.ts';
import { enclosuresOf } from './enclosures.ts';

const pdf: FileContent = { name: 'Приказ.pdf', mime: 'application/pdf', bytes: Buffer.from('%PDF') };
const withFiles = (...files: string[]) => deliveryTo(1, { kind: 'send', message: { text: 'Вот', files } });

test('files come in the order of the message', async () => {
  const shelf = shelfOf({ a: pdf, b: { ...pdf, name: 'Отчёт.pdf' } });
  expect(await enclosuresOf(shelf, withFiles('b', 'a'))).toMatchObject({
    contents: [{ name: 'Отчёт.pdf' }, { name: 'Приказ.pdf' }],
  });
  expect(await enclosuresOf(shelf, deliveryTo(1, { kind: 'answer', callbackId: '1' }))).toEqual({
    contents: [],
  });
});

test('a missing file is final, a database that is away is not', async () => {
  expect(await enclosuresOf(shelfOf({ a: pdf }), withFiles('a', 'lost'))).toEqual({
    outcome: { kind: 'failed', code: 'file-missing' },
  });
  const away = { read: () => Promise.reject(new Error('connection refused')) };
  expect(await enclosuresOf(away, withFiles('a'))).toMatchObject({
    outcome: { kind: 'later', whole: false },
  });
});
