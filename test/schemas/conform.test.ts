import { describe, expect, it } from 'vitest';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { conform, platformSchemas } from './conform.ts';
import { schemasMissing } from './schema-files.ts';

describe.skipIf(schemasMissing)(`the platforms' schemas ${schemasMissing ?? ''}`, () => {
  it('passes the calls that the product makes', () => {
    const { checkTelegramCall, checkVkCall } = platformSchemas();
    const inline_keyboard = [[{ text: 'Готово', callback_data: 'done', style: 'success' }]];
    expect(
      checkTelegramCall('sendMessage', { chat_id: 1, text: 'а', reply_markup: { inline_keyboard } }),
    ).toEqual([]);
    const keyboard = JSON.stringify({
      inline: true,
      buttons: [[{ action: { type: 'callback', label: 'Готово', payload: '{"a":1}' }, color: 'secondary' }]],
    });
    const params = { access_token: 't', v: '5.199', peer_ids: '1,2', random_id: '7', message: 'а', keyboard };
    expect(checkVkCall('messages.send', params)).toEqual([]);
    expect(checkVkCall('execute', { access_token: 't', v: '5.199', code: 'return 1;' })).toEqual([]);
  });

  it.each([
    ['sendMessage', { chat_id: 1 }, "required property 'text'"],
    ['sendMessage', { chat_id: 1, text: 5 }, 'must be string'],
    ['sendMessage', { chat_id: 1, text: 'а', keybord: {} }, 'keybord'],
    [
      'sendMessage',
      { chat_id: 1, text: 'а', reply_markup: { inline_keyboard: [[{ data: 'а' }]] } },
      'reply_markup',
    ],
    ['dance', {}, 'no method'],
  ])('finds what is wrong with a Telegram call: %s %j', (method, params, words) => {
    expect(platformSchemas().checkTelegramCall(method, params).join()).toContain(words);
  });

  it.each([
    ['messages.send', { peer_id: '1', message: 'а' }, 'random_id'],
    ['messages.send', { peer_id: '1', random_id: '1' }, 'message or an attachment'],
    ['messages.send', { peer_id: 'я', random_id: '1', message: 'а' }, 'must be integer'],
    [
      'messages.send',
      { peer_id: '1', random_id: '1', message: 'а', keyboard: '{"buttons":[[{}]]}' },
      'keyboard',
    ],
    ['messages.send', { peer_id: '1', random_id: '1', message: 'а', keyboard: '{' }, 'no JSON'],
    ['messages.send', { peer_id: '1', random_id: '1', mesage: 'а', message: 'а' }, 'mesage'],
    ['dance.start', {}, 'no method'],
  ])('finds what is wrong with a VK call: %s %j', (method, params, words) => {
    expect(platformSchemas().checkVkCall(method, params).join()).toContain(words);
  });

  it('finds what is wrong with answers and updates', () => {
    const schemas = platformSchemas();
    expect(schemas.checkTelegramAnswer('sendMessage', { message_id: 1, date: 1 }).join()).toContain('chat');
    expect(schemas.checkTelegramUpdate({ message: {} }).join()).toContain('update_id');
    expect(schemas.checkVkAnswer('messages.send', { response: 'x' }).join()).toContain('integer');
    expect(schemas.checkVkAnswer('users.get', { error: { error_code: '5' } }).join()).toContain('integer');
    expect(schemas.checkVkEvent({ type: 'message_new', object: {} }).join()).toContain('event_id');
  });

  it('tells at the end of a test what was against the schemas', async () => {
    const sandbox = await createSandbox();
    const conformity = conform(sandbox);
    expect(() => conformity.verify()).toThrow('nothing was called');
    const { apiRoot, token } = sandbox.telegram;
    await fetch(`${apiRoot}/bot${token}/getMe`);
    conformity.verify();
    await fetch(`${apiRoot}/bot${token}/getUpdates?dance=1`);
    expect(() => conformity.verify()).toThrow('dance');
    await sandbox.stop();
  });
});
