import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileShelf } from '../domain/files/stored-file.ts';
import { Refusal } from '../domain/refusal.ts';

/** Writes the files into a folder, made where it is missing, and returns their paths. `Refusal('folder-unusable')`. */
export async function saveFiles(
  shelf: FileShelf,
  files: readonly { fileId: string; name: string }[],
  folder: string,
): Promise<string[]> {
  const paths: string[] = [];
  for (const { fileId, name } of files) {
    const content = await shelf.read(fileId);
    if (content === null) continue;
    // The number keeps files of the same name apart.
    const path = join(folder, `${fileId} ${safeName(name)}`);
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(path, content.bytes);
    } catch {
      throw new Refusal('folder-unusable', { path: folder });
    }
    paths.push(path);
  }
  return paths;
}

/** A name that somebody else chose: no way out of the folder, and short enough for every file system. */
export function safeName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out.
  const plain = name.replace(/[\\/:*?"<>|\u0000-\u001f\u007f]/gu, '_').trim();
  const [, stem = plain, ending = ''] = /^(.*?)(\.[^.]{1,10})?$/su.exec(plain) ?? [];
  return `${[...stem].slice(0, 80).join('')}${ending}` || 'file';
}
