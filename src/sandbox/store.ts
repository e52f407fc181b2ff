import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredFile } from './files.ts';
import { readSaved, type Saved, type SavedFile } from './saved.ts';

export type Kept = { saved: Saved; files: StoredFile[] };

export type Store = ReturnType<typeof openStore>;

/** A folder that outlasts the sandbox: `chats.json`, and `files/` with the bytes of what was uploaded. */
export function openStore(folder: string) {
  const statePath = join(folder, 'chats.json');
  const filesPath = join(folder, 'files');
  /** Names in `files/`; a file never changes, so each is written once. */
  let present = new Set<string>();
  let written = '';

  async function read(): Promise<Kept | null> {
    const text = await readFile(statePath, 'utf8').catch(unlessMissing);
    if (text === null) return null;
    const saved = readSaved(text);
    present = new Set((await readdir(filesPath).catch(unlessMissing)) ?? []);
    const there = saved.files.filter((file) => present.has(nameOf(file)));
    const bytes = await Promise.all(there.map((file) => readFile(join(filesPath, nameOf(file)))));
    return {
      saved,
      files: there.map((file, index) => ({ ...file, bytes: bytes[index] ?? Buffer.alloc(0) })),
    };
  }

  return {
    read,
    /** Files first, so that what `state` names is there whenever the program dies. */
    async write({ state, files }: { state: string; files: readonly StoredFile[] }): Promise<void> {
      if (state === written) return;
      await mkdir(filesPath, { recursive: true });
      const wanted = new Set(files.map(nameOf));
      for (const file of files) {
        if (present.has(nameOf(file))) continue;
        await replace(join(filesPath, nameOf(file)), file.bytes);
        present.add(nameOf(file));
      }
      await replace(statePath, state);
      written = state;
      for (const name of [...present].filter((one) => !wanted.has(one))) {
        await rm(join(filesPath, name), { force: true });
        present.delete(name);
      }
    },
    /** Moves the folder out of the way, and tells where. */
    async setAside(): Promise<string> {
      const aside = `${folder}-unread-${Date.now()}`;
      await rename(folder, aside);
      present = new Set();
      return aside;
    },
  };
}

function nameOf({ number, key }: SavedFile): string {
  return `${number}_${key}`;
}

async function replace(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${path}.tmp`, content);
  await rename(`${path}.tmp`, path);
}

function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
