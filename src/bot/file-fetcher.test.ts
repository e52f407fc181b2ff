import { expect, test } from 'vitest';
import { notedLog } from '../../test/helpers/delivery.ts';
import { FileTrouble, type WantedFile, type WantedFiles } from '../domain/files/stored-file.ts';
import { createFileFetcher } from './file-fetcher.ts';

const pdf = Buffer.from('%PDF-1.7 приказ');

/** Rows in memory; a file put off is due again at once, so that all tries of a test run through. */
function shelf(names: string[]) {
  const happened: string[] = [];
  const notices: string[] = [];
  let wanted: WantedFile[] = names.map((name, at) => ({
    id: String(at),
    platform: 'vk',
    name,
    mime: '',
    source: { url: name },
    attempts: 0,
  }));
  const files: WantedFiles = {
    async claim(_platforms, size) {
      const taken = wanted.slice(0, size).map((file) => ({ ...file, attempts: file.attempts + 1 }));
      wanted = wanted.slice(size);
      claimed = taken;
      return taken;
    },
    async store(id, { mime, sha256 }) {
      happened.push(`${id} stored ${mime} ${sha256.slice(0, 6)}`);
    },
    async tryLater(id, error, ms) {
      happened.push(`${id} later ${error} ${ms / 1000}s`);
      wanted.push(...claimed.filter((file) => file.id === id));
    },
    async giveUp(id, error, notice) {
      happened.push(`${id} failed ${error}`);
      notices.push(notice.text);
    },
  };
  let claimed: WantedFile[] = [];
  return { files, happened, notices };
}

async function fetchAll(names: string[], fetchFile: (source: Record<string, string>) => Promise<Uint8Array>) {
  const { files, happened, notices } = shelf(names);
  const log = notedLog();
  const fetcher = createFileFetcher({ files, messengers: [{ platform: 'vk', fetchFile }], log });
  fetcher.wake();
  await fetcher.idle();
  await fetcher.stop();
  return { happened, notices, log };
}

test('brings every file, a few at a time', async () => {
  const names = Array.from({ length: 8 }, (_, at) => `${at}.pdf`);
  const { happened } = await fetchAll(names, async () => pdf);
  expect(happened).toHaveLength(8);
  expect(happened[0]).toBe('0 stored application/pdf 0299cd');
});

test('tries again with growing pauses, then gives up with the reason', async () => {
  const { happened, notices, log } = await fetchAll(['Приказ.pdf'], async () => {
    throw new FileTrouble('http-502', { final: false });
  });
  expect(happened).toEqual([
    ...[5, 30, 120, 600, 3000].map((seconds) => `0 later http-502 ${seconds}s`),
    '0 failed http-502',
  ]);
  expect(notices).toEqual(['📎 Не удалось получить файл «Приказ.pdf». Пришлите его, пожалуйста, ещё раз.']);
  expect(JSON.stringify(log.notes)).not.toContain('Приказ');
});

test('what can’t become better is given up at once', async () => {
  const { happened, notices } = await fetchAll(['a.pdf', 'b.pdf', 'c.pdf'], async ({ url }) => {
    if (url === 'a.pdf') throw new FileTrouble('too-big', { final: true });
    return url === 'b.pdf' ? Buffer.from('MZ program') : pdf;
  });
  expect(notices.toSorted()).toEqual([
    '📎 Не удалось получить файл «a.pdf»: он больше 20 МБ. Пришлите, пожалуйста, файл поменьше или ссылку на него.',
    '📎 Не удалось получить файл «b.pdf»: это программа, такие я не беру. Пришлите, пожалуйста, документ, фото или ссылку.',
  ]);
  expect(happened.toSorted()).toEqual([
    '0 failed too-big',
    '1 failed program',
    '2 stored application/pdf 0299cd',
  ]);
});

test('a database that is away is not the end', async () => {
  const { files, happened } = shelf(['a.pdf']);
  let away = true;
  const claim: WantedFiles['claim'] = async (...given) => {
    if (away) throw new Error('connection refused');
    return files.claim(...given);
  };
  const log = notedLog();
  const messengers = [{ platform: 'vk', fetchFile: async () => pdf }];
  const fetcher = createFileFetcher({ files: { ...files, claim }, messengers, log });
  fetcher.wake();
  await fetcher.idle();
  expect(log.notes).toMatchObject([{ level: 'error' }]);
  away = false;
  fetcher.wake();
  await fetcher.idle();
  expect(happened).toHaveLength(1);
  await fetcher.stop();
});
