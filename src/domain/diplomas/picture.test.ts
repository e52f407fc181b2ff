import { expect, test } from 'vitest';
import { jpegOf, pngOf } from '../../../test/helpers/pictures.ts';
import { checkPicture } from './picture.ts';

test('a PNG and a JPEG say how large they are', () => {
  expect(checkPicture(pngOf({ width: 30, height: 20 }), 'background')).toEqual({
    mime: 'image/png',
    width: 30,
    height: 20,
  });
  expect(checkPicture(jpegOf({ width: 2480, height: 3508 }), 'background')).toEqual({
    mime: 'image/jpeg',
    width: 2480,
    height: 3508,
  });
});

test('what is no picture, a broken one, or too large is refused', () => {
  const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  expect(checkPicture(bytes('<svg onload=alert(1)>'), 'emblem')).toEqual({ code: 'picture-kind' });
  expect(checkPicture(new Uint8Array(), 'emblem')).toEqual({ code: 'picture-kind' });
  expect(checkPicture(pngOf({ width: 30, height: 20 }).subarray(0, 30), 'emblem')).toEqual({
    code: 'picture-broken',
  });
  expect(checkPicture(bytes('\u00ff\u00d8\u00ff\u00e0'), 'emblem')).toEqual({ code: 'picture-broken' });
  expect(checkPicture(pngOf({ width: 0, height: 20 }), 'emblem')).toEqual({ code: 'picture-broken' });
  expect(checkPicture(jpegOf({ width: 4001, height: 20 }), 'emblem')).toEqual({ code: 'picture-side' });
  expect(checkPicture(new Uint8Array(3 * 1024 * 1024 + 1), 'emblem')).toEqual({ code: 'picture-bytes' });
});

test('a see-through picture may be an emblem, but no page: it would take seconds for each paper', () => {
  const seeThrough = pngOf({ width: 30, height: 20, alpha: true });
  expect(checkPicture(seeThrough, 'emblem')).toMatchObject({ width: 30 });
  expect(checkPicture(seeThrough, 'background')).toEqual({ code: 'picture-see-through' });
});
