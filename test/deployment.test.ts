import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { environmentSchema, readConfig } from '../src/config.ts';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const compose = read('docker-compose.yml');

/** The blocks one level below a top-level key, by name, as the text they are. */
function blocksOf(key: string): Map<string, string> {
  const section = compose.split(/^(?=\S)/m).find((part) => part.startsWith(`${key}:`)) ?? '';
  const blocks = section.split(/^ {2}(?=[\w-]+:$)/m).slice(1);
  return new Map(blocks.map((block) => [block.split(':')[0]!, block]));
}

const services = blocksOf('services');
const roomServices = ['bot', 'jobs', 'admin'];
/** `KEY: value` of the environment that the rooms share. */
const roomEnvironment = Object.fromEntries(
  [
    ...(compose.match(/^x-environment:[\s\S]*?^(?=\S(?!-environment))/m)?.[0] ?? '').matchAll(
      /^ {2}([A-Z_]+): (.*)$/gm,
    ),
  ].map((match) => [match[1]!, match[2]!]),
);

/** What the rooms get when the operator has set the passwords and nothing else. */
const blank = Object.fromEntries(
  Object.entries(roomEnvironment).map(([key, value]) => [
    key,
    value
      .replace(/\$\{\w+PASSWORD[^}]*\}/g, 'secret')
      .replace(/\$\{[^}]*\}/g, '')
      .replaceAll('"', ''),
  ]),
);

describe('docker-compose.yml', () => {
  it('runs one service per room, with PostgreSQL and Redis', () => {
    expect([...services.keys()]).toEqual([...roomServices, 'postgres', 'redis']);
    for (const room of roomServices) expect(services.get(room)).toContain(`ROOMS: ${room}\n`);
  });

  it('lets the jobs be many: neither a name nor a port stands in the way', () => {
    expect(services.get('jobs')).not.toMatch(/container_name|ports/);
    expect(compose).not.toContain('container_name');
  });

  it('keeps what Redis has acknowledged, and refuses rather than forgets', () => {
    expect(services.get('redis')).toMatch(/--appendonly\n\s+- ["']yes["']/);
    expect(services.get('redis')).toMatch(/--maxmemory-policy\n\s+- noeviction/);
  });

  it('has no default for a secret and no published port but on loopback', () => {
    const secrets = [...compose.matchAll(/\$\{(\w*(?:PASSWORD|TOKEN|KEY))([^}]*)\}/g)];
    expect(secrets.length).toBeGreaterThan(4);
    for (const [, name, rest] of secrets) expect(`${name} ${rest}`).toMatch(/^\w+ :?\?\w+/);
    for (const [, port] of compose.matchAll(/^\s+- (\S+:\d+:\d+)$/gm)) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('starts everything again, keeps data in volumes and asks whether the stores are well', () => {
    expect(compose.match(/restart: unless-stopped/g)).toHaveLength(3);
    expect(compose.match(/condition: service_healthy/g)).toHaveLength(2);
    for (const store of ['postgres', 'redis']) {
      expect(services.get(store)).toContain('healthcheck:');
      expect(services.get(store)).toContain(`- ${store}:/`);
    }
  });

  it('hands over only settings that there are, and such as can be read', () => {
    const known = Object.keys(environmentSchema.shape);
    expect(Object.keys(roomEnvironment).filter((key) => !known.includes(key))).toEqual([]);
    expect(readConfig({ ...blank, VK_TOKEN: 'vk1.a', VK_GROUP_ID: '77' })).toMatchObject({
      databaseUrl: 'postgres://nastavnik:secret@postgres:5432/nastavnik',
      redisUrl: 'redis://:secret@redis:6379',
    });
  });

  it('never becomes a sandbox for want of a token', () => {
    expect(() => readConfig(blank)).toThrow('SANDBOX is off, but there is no token');
  });
});

describe('Dockerfile', () => {
  const dockerfile = read('Dockerfile');

  it('runs as an ordinary user, with Node as the process that gets the signals', () => {
    const last = dockerfile.split(/^FROM /m).at(-1)!;
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^CMD \["node", /m);
    expect(last).toMatch(/^HEALTHCHECK /m);
  });

  it('leaves secrets, data and foreign builds out of the image', () => {
    expect(read('.dockerignore').split('\n')).toEqual(
      expect.arrayContaining(['.env', 'data', 'node_modules', 'dist', '.git']),
    );
  });
});

describe('.ci/run', () => {
  const script = new URL('../.ci/run', import.meta.url).pathname;

  it('is executable, and bash can read it', () => {
    expect(statSync(script).mode & 0o111).toBe(0o111);
    execFileSync('bash', ['-n', script]);
  });
});
