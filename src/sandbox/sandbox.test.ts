import { afterEach, expect, it } from 'vitest';
import { readBody } from './bodies.ts';
import { imageSize } from './files.ts';
import { createSandbox } from './sandbox.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of open.splice(0)) await stop();
});

it('gives a later run ids that an earlier one has not used', async () => {
  const firstIds = async (firstId: number) => {
    const sandbox = await createSandbox({ firstId });
    open.push(sandbox.stop);
    const given: string[] = [];
    sandbox.onUpdate(({ update }) => given.push(String(update.update_id ?? update.event_id)));
    const anna = sandbox.people.add({ key: 'anna', name: 'Анна' });
    return [anna.telegram.sendText('а').id, anna.vk.sendText('а').id, ...given];
  };
  const earlier = await firstIds(10);
  const later = await firstIds(20);
  expect(later.filter((id) => earlier.includes(id))).toEqual([]);
});

it('keeps calls without their bodies when only counts are wanted', async () => {
  const sandbox = await createSandbox({ record: 'counts' });
  open.push(sandbox.stop);
  await fetch(`${sandbox.telegram.apiRoot}/bot${sandbox.telegram.token}/getMe`);
  expect(sandbox.ledger.calls).toMatchObject([{ platform: 'telegram', method: 'getMe', ok: true }]);
  expect(sandbox.ledger.calls[0]).not.toHaveProperty('answer');
});

it('says what the chat shows when a test waits in vain', async () => {
  const sandbox = await createSandbox();
  open.push(sandbox.stop);
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна' });
  anna.vk.sendText('Алло');
  await expect(anna.vk.nextMessage('Привет', 1)).rejects.toThrow(
    /vk:anna .* like Привет; the chat says:\nperson: Алло/,
  );
});

it('reads forms as browsers and as grammY write them', () => {
  const form = (disposition: string) =>
    readBody(
      'multipart/form-data; boundary=xx',
      Buffer.from(
        `--xx\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--xx\r\n${disposition}\r\n\r\nтело\r\n--xx--\r\n`,
      ),
    );
  for (const disposition of [
    'Content-Disposition: form-data; name="f"; filename="План %22А%22.txt"\r\nContent-Type: text/plain',
    'content-disposition:form-data;name="f";filename=План "А".txt\r\ncontent-type:text/plain',
  ]) {
    const { fields, files } = form(disposition);
    expect(fields).toEqual({ a: '1' });
    expect(files.get('f')).toEqual({ name: 'План "А".txt', mime: 'text/plain', bytes: Buffer.from('тело') });
  }
  expect(() => readBody('text/plain', Buffer.from('а'))).toThrow('unknown content type');
});

it('knows the size of pictures by their first bytes', () => {
  const jpeg = Buffer.from(
    'ffd8ffe000104a46494600010100000100010000ffc0001108007800a003012200021101031101',
    'hex',
  );
  expect(imageSize(jpeg)).toEqual({ width: 160, height: 120 });
  expect(imageSize(Buffer.from('GIF89a\u0003\0\u0002\0\0\0', 'latin1'))).toEqual({ width: 3, height: 2 });
  expect(imageSize(Buffer.from('%PDF-1.7'))).toBeUndefined();
});
