import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyText, postUrl, readKey } from './post.ts';
import { postLinkIn, readPostLink } from './read-post-link.ts';

test.each([
  ['https://vk.com/wall-1_2', '-1_2'],
  ['https://vk.ru/wall1_2', '1_2'],
  ['http://m.vk.com/wall-1_2?from=feed', '-1_2'],
  ['https://www.vk.com/wall-1_2', '-1_2'],
  ['vk.com/wall-1_2', '-1_2'],
  ['m.vk.ru/wall1_2', '1_2'],
  ['HTTPS://VK.COM/Wall1_2', '1_2'],
  ['https://vkontakte.ru/wall1_2', '1_2'],
  ['https://vk.com/nastavnik?w=wall-1_2', '-1_2'],
  ['https://vk.com/feed?w=wall1_2_r3', '1_2'],
  ['https://vk.com/id1?w=wall1_2%2Fall', '1_2'],
  ['https://vk.com/im?sel=5&w=wall-1_2', '-1_2'],
  ['https://vk.com/feed?z=photo-1_456%2Fwall-1_2', '-1_2'],
  ['https://vk.com/feed?z=photo1_456/wall1_2', '1_2'],
  ['https://vk.com/wall1_2?reply=15&thread=3', '1_2'],
  ['https://vk.com/wall1_2#comments', '1_2'],
  ['https://vk.com/wall-1_2?z=photo-3_4%2Fwall-5_6', '-1_2'],
  ['https://vk.com/id1#/feed?w=wall1_2', '1_2'],
  ['https://vk.com/away.php?to=https%3A%2F%2Fvk.com%2Fwall1_2', '1_2'],
  ['Вот моя работа: https://vk.com/wall1_2!', '1_2'],
  ['(https://vk.com/wall1_2)', '1_2'],
  ['«https://vk.com/wall1_2».', '1_2'],
  ['<https://vk.com/wall1_2>', '1_2'],
  ['Смотрите\nhttps://vk.com/wall1_2\nи ещё https://example.org/', '1_2'],
  ['https://vk.com/wall1_2 https://m.vk.ru/wall1_2?reply=1', '1_2'],
  ['https://vk.com/wall1_2https://vk.com/wall1_2', '1_2'],
  ['wall-1_2', '-1_2'],
  ['работа wall–1_2, спасибо', '-1_2'],
  ['/wall-1_2', '-1_2'],
  ['?w=wall-1_2', '-1_2'],
  ['\u200bhttps://vk.com/wall\u200b-1_2', '-1_2'],
  ['https://vk.com/wall-1_2abc', '-1_2'],
])('reads the post in «%s»', (text, key) => {
  expect(readPostLink(text)).toEqual({ kind: 'post', key: readKey(key) });
});

test.each([
  ['https://vk.com/@nastavnik-moi-opyt', { kind: 'article' }],
  ['vk.com/@-1-moi-opyt', { kind: 'article' }],
  ['https://vk.cc/aBcDe', { kind: 'short-link' }],
  ['https://clck.ru/34abc', { kind: 'short-link' }],
  ['https://vk.com/video-1_2', { kind: 'other-vk' }],
  ['https://vkvideo.ru/video-1_2', { kind: 'other-vk' }],
  ['https://vk.com/clip-1_2', { kind: 'other-vk' }],
  ['https://vk.com/photo1_2', { kind: 'other-vk' }],
  ['https://vk.com/feed?z=video-1_2%2Fabc%2Fpl_wall_-1', { kind: 'other-vk' }],
  ['https://vk.com/id1', { kind: 'page' }],
  ['vk.com/nastavnik', { kind: 'page' }],
  ['https://vk.com/wall-1?own=1', { kind: 'page' }],
  ['https://t.me/nastavnik/5', { kind: 'other-place', host: 't.me' }],
  ['https://vk.com.example.org/wall1_2', { kind: 'other-place', host: 'vk.com.example.org' }],
  ['https://vk.com@example.org/wall1_2', { kind: 'other-place', host: 'example.org' }],
  ['https://notvk.com/wall1_2', { kind: 'other-place', host: 'notvk.com' }],
  ['https://vk.com/wall0_0', { kind: 'page' }],
  ['https://vk.com/wall1_99999999999999999999', { kind: 'page' }],
  ['Работа в файле отчёт.docx и index.html', { kind: 'none' }],
  ['firewall1_2', { kind: 'none' }],
  ['Мой наставник, т.е. коллега', { kind: 'none' }],
  ['https://', { kind: 'none' }],
  ['', { kind: 'none' }],
] as const)('tells «%s» as %j', (text, link) => {
  expect(readPostLink(text)).toEqual(link);
});

test('two different posts are asked about', () => {
  expect(readPostLink('vk.com/wall1_2 или https://vk.com/wall1_3?')).toEqual({
    kind: 'several',
    keys: [
      { ownerId: 1, postId: 2 },
      { ownerId: 1, postId: 3 },
    ],
  });
});

test('an attached post counts as much as one in the text', () => {
  const post = 'https://vk.com/wall-1_2';
  expect(postLinkIn({ text: 'Вот она', post })).toEqual({ kind: 'post', key: { ownerId: -1, postId: 2 } });
  expect(postLinkIn({ text: 'https://vk.com/wall1_3', post }).kind).toBe('several');
  expect(postLinkIn({ text: 'Вот она' })).toEqual({ kind: 'none' });
});

const key = fc.record({
  ownerId: fc
    .tuple(fc.boolean(), fc.integer({ min: 1, max: 2 ** 40 }))
    .map(([isGroup, id]) => (isGroup ? -id : id)),
  postId: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
});
const around = fc.constantFrom('', ' ', 'Вот моя работа: ', '\n', '«', '(', 'смотрите, ');
const after = fc.constantFrom(
  '',
  ' ',
  '!',
  '.',
  ', спасибо',
  ')',
  '»',
  '\nЖду ответа',
  '?reply=5',
  '#x',
  '%2Fall',
);
const form = fc.constantFrom(
  (name: string) => `https://vk.com/${name}`,
  (name: string) => `vk.ru/${name}`,
  (name: string) => `https://m.vk.com/feed?w=${name}`,
  (name: string) => `https://vk.com/id5?z=photo5_6%2F${name}`,
);

test('whatever stands around a link, the post in it is read', () => {
  fc.assert(
    fc.property(key, form, around, after, (one, write, before, rest) => {
      const link = readPostLink(`${before}${write(`wall${keyText(one)}`)}${rest}`);
      expect(link).toEqual({ kind: 'post', key: one });
      expect(readPostLink(postUrl(one))).toEqual({ kind: 'post', key: one });
      expect(readKey(keyText(one))).toEqual(one);
    }),
  );
});

test('no text at all makes it fail or answer anything but a possible post', () => {
  const text = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('https://', 'vk.com/', 'wall', '-1_2', '%', '?w=', '#', '[', ']', '@', '/away.php?to='),
    ),
  );
  fc.assert(
    fc.property(text, (parts) => {
      const link = readPostLink(parts.join(''));
      if (link.kind === 'post') expect(readKey(keyText(link.key))).toEqual(link.key);
    }),
  );
});
