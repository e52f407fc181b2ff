import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../shared/schemas', import.meta.url));

/** Why the platforms' schemas cannot be used here; undefined when they can. Tests skip with these words. */
export const schemasMissing: string | undefined = existsSync(join(folder, 'vk-5.199.combined.json'))
  ? undefined
  : `the platforms' schemas are not at ${folder}`;

export function readSchema(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>;
}
