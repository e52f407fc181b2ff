import { defineCommand } from 'citty';
import { readDocument, readFileBytes } from '../documents/read-document.ts';
import { Refusal } from '../domain/refusal.ts';
import { readRoadmap } from '../domain/roadmap/read-roadmap.ts';
import type { ReadRoadmap } from '../domain/roadmap/roadmap.ts';
import { warningLine } from '../texts/roadmap-faults.ts';
import { checkFlags, readPeriod } from './flags.ts';

const fileArgs = {
  file: { type: 'positional', required: false, description: 'Дорожная карта: .docx, .xlsx или текст' },
  from: { type: 'string', description: 'Первый день, если заголовок не называет лет' },
  to: { type: 'string', description: 'Последний день' },
} as const;

type FileArgs = { file?: string | undefined; from?: string | undefined; to?: string | undefined };

async function readFile({ file, from, to }: FileArgs): Promise<{ bytes: Uint8Array; read: ReadRoadmap }> {
  if (file === undefined || file === '') throw new Refusal('file-not-named');
  const period = readPeriod(from, to);
  const bytes = await readFileBytes(file);
  return { bytes, read: readRoadmap(await readDocument(bytes), period) };
}

const readCommand = defineCommand({
  meta: { name: 'read', description: 'Прочитать файл и вывести понятое в JSON' },
  args: fileArgs,
  async run({ args }) {
    checkFlags(args, fileArgs, 1);
    const { read } = await readFile(args);
    process.stdout.write(
      `${JSON.stringify({ ...read, warnings: read.warnings.map(warningLine) }, null, 2)}\n`,
    );
  },
});

const importArgs = {
  ...fileArgs,
  programme: { type: 'string', description: 'Ключ программы; не нужен, если она одна' },
  name: { type: 'string', description: 'Название: с ним новая программа создаётся' },
  'dry-run': { type: 'boolean', description: 'Только показать, ничего не сохранять' },
  yes: { type: 'boolean', alias: 'y', description: 'Не спрашивать' },
} as const;

const importCommand = defineCommand({
  meta: { name: 'import', description: 'Загрузить дорожную карту: мероприятия, сроки, задачи' },
  args: importArgs,
  async run({ args }) {
    checkFlags(args, { ...importArgs, y: true }, 1);
    const { bytes, read } = await readFile(args);
    const { runImport } = await import('./import-roadmap.ts');
    await runImport({
      bytes,
      read,
      programme: { key: args.programme ?? null, name: args.name ?? null },
      dryRun: args['dry-run'] === true,
      ask: args.yes !== true && process.stdin.isTTY === true && process.stdout.isTTY === true,
    });
  },
});

export const roadmapCommand = defineCommand({
  meta: { name: 'roadmap', description: 'Дорожная карта' },
  subCommands: {
    read: readCommand,
    import: importCommand,
    phrases: async () => (await import('./roadmap-phrases.ts')).phrasesCommand,
    phrase: async () => (await import('./roadmap-phrases.ts')).phraseCommand,
  },
});
