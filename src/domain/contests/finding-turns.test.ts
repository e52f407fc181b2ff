import { expect, test } from 'vitest';
import { entryMarks, turnOf } from './finding-turns.ts';

test('a text that is still too short is no news; another lost hashtag is', () => {
  const short = (length: number) => [{ code: 'post-too-short', facts: { length, minLength: 300 } }];
  const lost = (hashtag: string) => ({ code: 'post-hashtag-missing', facts: { hashtag, near: '' } });
  expect(turnOf(short(10), short(20))).toBe('same');
  expect(turnOf([lost('а')], [lost('б')])).toBe('worse');
  expect(turnOf([lost('а'), lost('б')], [lost('б')])).toBe('better');
  expect(turnOf([lost('а')], [])).toBe('better');
});

test('marks are stored flat', () => {
  const at = new Date('2022-03-12T06:00:00Z');
  expect(entryMarks([{ code: 'likes-over-views', at, likes: 90, views: 12 }])).toEqual([
    { code: 'likes-over-views', facts: { at: at.toISOString(), likes: 90, views: 12 } },
  ]);
});
