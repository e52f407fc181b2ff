import { expect, test } from 'vitest';
import { mayFetch } from './file-address.ts';

test.each([
  ['https://sun9-48.userapi.com/impg/a.jpg?sign=1', true],
  ['https://vk.com/doc1_2?hash=3', true],
  ['https://vk.ru/doc1_2?hash=3', true],
  ['https://psv4.vkuseraudio.net/c1/d.pdf', true],
  ['http://sun9-48.userapi.com/a.jpg', false],
  ['https://userapi.com.example.org/a.jpg', false],
  ['https://notuserapi.com/a.jpg', false],
  ['https://sun9-48.userapi.com:8443/a.jpg', false],
  ['https://vk.com@10.0.0.1/a.jpg', false],
  ['https://user:word@vk.com/a.jpg', false],
  ['https://127.0.0.1/a.jpg', false],
  ['file:///etc/passwd', false],
])('may fetch %s: %s', (address, may) => {
  expect(mayFetch(new URL(address), undefined)).toBe(may);
});

test('a local stand-in may serve files, its neighbour may not', () => {
  const root = 'http://127.0.0.1:5001/vk';
  expect(mayFetch(new URL('http://127.0.0.1:5001/vk/files/1'), root)).toBe(true);
  expect(mayFetch(new URL('http://127.0.0.1:5002/vk/files/1'), root)).toBe(false);
});
