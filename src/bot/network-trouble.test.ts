import { Agent } from 'node:http';
import { createServer, type Server } from 'node:net';
import { Api, HttpError } from 'grammy';
import { expect, test } from 'vitest';
import { API, APIRequest } from 'vk-io';
import { createAgent } from './agent.ts';
import { networkTrouble } from './network-trouble.ts';

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

const refusing = async () => {
  const server = createServer();
  const root = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return { root, stop: () => undefined };
};
const hangingUp = async () => {
  const server = createServer((socket) => socket.once('data', () => socket.destroy()));
  return { root: await listening(server), stop: () => server.close() };
};
const resetting = async () => {
  const server = createServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
  return { root: await listening(server), stop: () => server.close() };
};
const answering = (text: string) => async () => {
  const server = createServer((socket) => socket.once('data', () => socket.end(text)));
  return { root: await listening(server), stop: () => server.close() };
};
const unknownHost = async () => ({ root: 'http://no-such-host.invalid', stop: () => undefined });

const grammy = async (root: string) => {
  const error = await new Api('1:t', { apiRoot: root, timeoutSeconds: 0.5 })
    .getMe()
    .catch((one: unknown) => one);
  return error instanceof HttpError ? error.error : error;
};
const vkIo = (root: string) => {
  const api = new API({ token: 't', apiBaseUrl: root, apiTimeout: 500, agent: new Agent() as never });
  return new APIRequest({ api, method: 'users.get', params: {} }).make().catch((one: unknown) => one);
};

const badGateway = 'HTTP/1.1 502 Bad Gateway\r\nconnection: close\r\n\r\n<html>';
const halfAnswer = 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"ok":tr';

test.each([
  ['nobody listens', 'never', refusing],
  ['the name is unknown', 'never', unknownHost],
  ['the connection ends without an answer', 'perhaps', hangingUp],
  ['the connection is reset after the request', 'perhaps', resetting],
  ['a proxy answers with a page', 'perhaps', answering(badGateway)],
  // node-fetch 2 does not notice, its time-out does.
  ['half an answer comes', 'perhaps', answering(halfAnswer)],
] as const)('when %s, the request has reached the platform: %s', async (_name, reached, open) => {
  const { root, stop } = await open();
  const troubles = [networkTrouble(await grammy(root)), networkTrouble(await vkIo(root))];
  stop();
  expect(troubles.map((one) => one.reached)).toEqual([reached, reached]);
  for (const { code } of troubles) expect(code).not.toMatch(/127\.0\.0\.1|http/);
});

test('a connection that never comes about is told from an answer that never comes', async () => {
  const silent = createServer(() => undefined);
  const root = (await listening(silent)).replace('http:', 'https:');
  const agent = createAgent(root, 100);
  const error = await new Api('1:t', { apiRoot: root, timeoutSeconds: 20, baseFetchConfig: { agent } })
    .getMe()
    .catch((one: unknown) => one);
  const api = new API({ token: 't', apiBaseUrl: root, agent });
  const vkError = await new APIRequest({ api, method: 'users.get', params: {} })
    .make()
    .catch((one: unknown) => one);
  silent.close();
  const troubles = [error instanceof HttpError ? error.error : error, vkError].map(networkTrouble);
  expect(troubles).toEqual([
    { code: 'ETIMEDOUT', reached: 'never' },
    { code: 'ETIMEDOUT', reached: 'never' },
  ]);
});

const failed = (reason: string, code: string) =>
  Object.assign(new Error(`request to https://x/bot1:SECRET/y failed, reason: ${reason}`), { code });

test.each([
  ['connect ETIMEDOUT 149.154.167.220:443', 'ETIMEDOUT', 'never'],
  ['', 'ETIMEDOUT', 'never'],
  ['read ETIMEDOUT', 'ETIMEDOUT', 'perhaps'],
  ['connect EHOSTUNREACH 149.154.167.220:443', 'EHOSTUNREACH', 'never'],
  ['Client network socket disconnected before secure TLS connection was established', 'ECONNRESET', 'never'],
  ['certificate has expired', 'CERT_HAS_EXPIRED', 'never'],
  ['self-signed certificate in certificate chain', 'SELF_SIGNED_CERT_IN_CHAIN', 'never'],
  ['socket hang up', 'ECONNRESET', 'perhaps'],
  ['write EPIPE', 'EPIPE', 'perhaps'],
] as const)('«%s» (%s) means that the request has reached the platform: %s', (reason, code, reached) => {
  expect(networkTrouble(failed(reason, code))).toEqual({ code, reached });
});

test('a time-out says so, and the secret of an address never comes along', () => {
  const timeout = new Error("Request to 'sendMessage' timed out after 60 seconds");
  expect(networkTrouble(timeout)).toEqual({ code: 'timeout', reached: 'perhaps' });
  expect(JSON.stringify(networkTrouble(failed('socket hang up', 'ECONNRESET')))).not.toContain('SECRET');
});
