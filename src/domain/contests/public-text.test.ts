import { expect, test } from 'vitest';
import { hiddenContact, publicText } from './public-text.ts';

test.each([
  'vk.com/anna_orlova',
  'https://vk.ru/anna.orlova',
  'https://m.vk.com/anna_orlova?w=1'.split('?')[0] ?? '',
  't.me/orlova_a',
  'https://wa.me/79120000000',
  '@anna_orlova',
  'https://www.instagram.com/anna.orlova/',
])('where somebody can be found is in no words for everybody: %s', (address) => {
  const text = publicText(`Пишите: ${address} или приходите.`, []);
  expect(text).not.toMatch(/anna|orlova|7912/i);
  expect(text).toContain(hiddenContact);
  expect(text).toContain('или приходите.');
});

test.each(['vk.com/wall-1_2', 'https://vk.com/club77', 'https://example.org/vk', '#МойНаставник@school'])(
  'a post, a community and a site stay: %s',
  (address) => expect(publicText(`Вот ${address}`, [])).toBe(`Вот ${address}`),
);
