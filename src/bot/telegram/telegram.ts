import { Api, GrammyError, HttpError } from 'grammy';
import type { Clock } from '../../domain/calendar/clock.ts';
import { type FileShelf, FileTrouble } from '../../domain/files/stored-file.ts';
import type { Log } from '../../domain/log.ts';
import type { Webhook } from '../../domain/messages/webhook.ts';
import { createAgent } from '../agent.ts';
import { download } from '../download.ts';
import type { Messenger } from '../messenger.ts';
import { networkTrouble } from '../network-trouble.ts';
import { isSameSecret } from '../same-secret.ts';
import { createTelegramCourier } from './courier.ts';
import { pollTelegram } from './poll.ts';
import { rawEventOf, readUpdate } from './read-update.ts';
import { readUpdateKinds } from './update.ts';

export type TelegramOptions = {
  token: string;
  apiRoot?: string;
  /** Comes with every webhook call in `X-Telegram-Bot-Api-Secret-Token`; no webhook without it. */
  webhookSecret?: string;
  files: FileShelf;
  clock: Clock;
  log: Log;
};

const publicRoot = 'https://api.telegram.org';

export function createTelegram({
  token,
  apiRoot,
  webhookSecret,
  files,
  clock,
  log,
}: TelegramOptions): Messenger {
  const root = (apiRoot ?? publicRoot).replace(/\/+$/, '');
  // Longer than a long poll; grammY's own limit is 500 seconds.
  const api = new Api(token, {
    apiRoot: root,
    timeoutSeconds: 60,
    baseFetchConfig: { agent: createAgent(root) },
  });
  let nickname: string | undefined;

  async function ownNickname(): Promise<string> {
    nickname ??= (await api.getMe()).username;
    return nickname;
  }

  async function fetchFile(source: Record<string, string>, maxBytes: number): Promise<Uint8Array> {
    const path = await api.getFile(source.fileId ?? '').then(
      (file) => file.file_path ?? '',
      (error: unknown) => {
        throw fileTrouble(error);
      },
    );
    const url = new URL(`${root}/file/bot${token}/${path.split('/').map(encodeURIComponent).join('/')}`);
    return download(url, { maxBytes, mayAsk: ({ origin }) => origin === url.origin, redirects: 0 });
  }

  return {
    platform: 'telegram',
    courier: createTelegramCourier({ api, files, log }),
    read: (payload) => readUpdate(payload, clock),
    poll: (poll) => pollTelegram({ api, clock, poll }),
    fetchFile,
    link: async (secret) => `https://t.me/${await ownNickname()}?start=${secret}`,
    async check() {
      try {
        return { ok: true, words: `@${await ownNickname()}` };
      } catch (error) {
        return { ok: false, words: wordsOf(error) };
      }
    },
    ...(webhookSecret !== undefined && { webhook: telegramWebhook(webhookSecret, clock) }),
    async openWebhook(url) {
      if (webhookSecret === undefined) throw new Error('a webhook needs a secret');
      await api.setWebhook(url, { secret_token: webhookSecret, allowed_updates: readUpdateKinds });
    },
  };
}

function telegramWebhook(secret: string, clock: Clock): Webhook {
  return {
    platform: 'telegram',
    judge({ header, body }) {
      if (!isSameSecret(header('x-telegram-bot-api-secret-token'), secret)) return { kind: 'refuse' };
      const event = rawEventOf(body, clock);
      return event ? { kind: 'take', events: [event], reply: 'ok' } : { kind: 'reply', reply: 'ok' };
    },
  };
}

function wordsOf(error: unknown): string {
  if (error instanceof GrammyError) return `${error.error_code} ${error.description}`;
  if (error instanceof HttpError) return networkTrouble(error.error).code;
  throw error;
}

function fileTrouble(error: unknown): FileTrouble {
  if (error instanceof GrammyError) {
    const tooBig = /file is too big/.test(error.description);
    const final = error.error_code === 400;
    return new FileTrouble(tooBig ? 'too-big' : `telegram-${error.error_code}`, { final });
  }
  return new FileTrouble(error instanceof HttpError ? networkTrouble(error.error).code : 'unknown', {
    final: false,
  });
}
