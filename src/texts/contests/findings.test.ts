import { expect, test } from 'vitest';
import { entryFindings } from '../../domain/contests/entry-finding.ts';
import type { Finding } from '../../domain/posts/check-post.ts';
import { findingCodes, findingText, troubleText } from './findings.ts';

const moment = { at: new Date('2022-03-20T10:00:00Z'), timeZone: 'Europe/Samara' };
const instant = new Date('2022-03-10T06:05:00Z');

/** One of each that a check can find. */
const found: Finding[] = [
  { code: 'post-deleted' },
  { code: 'post-closed-profile' },
  { code: 'post-closed-community' },
  { code: 'post-no-such-owner' },
  { code: 'post-not-visible' },
  { code: 'post-friends-only' },
  { code: 'post-author-unproven' },
  { code: 'post-not-own', fromId: 7 },
  { code: 'post-community-unconfirmed', communityId: 9 },
  { code: 'post-repost' },
  { code: 'post-too-early', publishedAt: instant, opensAt: instant },
  { code: 'post-too-late', publishedAt: instant, closesAt: instant },
  { code: 'post-edited-late', editedAt: instant, closesAt: instant },
  {
    code: 'post-hashtag-missing',
    missing: [
      { hashtag: 'мойнаставник', near: ['мойнаставнег'] },
      { hashtag: 'глазов', near: [] },
    ],
  },
  { code: 'post-too-short', length: 21, minLength: 200 },
  { code: 'post-too-long', length: 4002, maxLength: 4000 },
  { code: 'post-needs', what: 'picture-or-video' },
  { code: 'post-ad' },
];
const kept = entryFindings(found, ['#МойНаставник', 'Глазов']);

test('whatever a check can find is said in plain words, with what to do', () => {
  for (const finding of kept) {
    const text = findingText(finding, moment);
    expect(findingCodes).toContain(finding.code);
    expect(text, finding.code).toMatch(/^[А-ЯЁ].*[.»]$/s);
    expect(text, finding.code).not.toMatch(/undefined|NaN|null|Invalid|\[object/);
  }
  expect(new Set(kept.map((finding) => findingText(finding, moment))).size).toBe(kept.length);
});

test('the other codes have words as well, and one that nobody knows is no fault', () => {
  for (const code of findingCodes) {
    expect(findingText({ code, facts: {} }, moment).trim(), code).not.toBe('');
  }
  expect(findingText({ code: 'toString', facts: {} }, moment)).toContain('координатор');
});

test('a missing hashtag is shown as staff wrote it, beside what it was mistaken for', () => {
  const texts = kept
    .filter(({ code }) => code === 'post-hashtag-missing')
    .map((each) => findingText(each, moment));
  expect(texts).toEqual([
    'Нет хештега #МойНаставник. В тексте есть похожее: #мойнаставнег. Исправьте на #МойНаставник, буква в букву.',
    'Нет хештега #Глазов. Добавьте его в текст публикации.',
  ]);
});

test('instants are told in the zone of the programme, numbers in the right form', () => {
  const text = (code: string) =>
    findingText(kept.find((each) => each.code === code) ?? { code, facts: {} }, moment);
  expect(text('post-too-early')).toContain('вышла 10 марта в 10:05, раньше начала');
  expect(text('post-too-short')).toContain('21 знак без хештегов, а нужно не меньше 200');
  expect(text('post-too-long')).toContain('4002 знака');
});

test('trouble of ours or of VK is never the author’s', () => {
  expect(troubleText('vk-6')).toBe(
    'ВКонтакте сейчас не отвечает — это не ваша ошибка, проверим сами и напишем.',
  );
  expect(troubleText('network ECONNRESET')).toContain('не ваша ошибка');
  expect(troubleText('vk-5')).toContain('по нашей вине');
});
