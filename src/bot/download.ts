import { FileTrouble } from '../domain/files/stored-file.ts';

export type DownloadOptions = {
  maxBytes: number;
  /** Which addresses may be asked, the first one and every redirect's. */
  mayAsk(url: URL): boolean;
  redirects: number;
  timeoutMs?: number;
};

/**
 * Fetches a file, at most `maxBytes` of it. Errors carry a code and never the address: it may hold a token or a
 * signature that opens the file to anybody.
 */
export async function download(url: URL, options: DownloadOptions): Promise<Uint8Array> {
  if (!options.mayAsk(url)) throw new FileTrouble('address-not-allowed', { final: true });
  try {
    const signal = AbortSignal.timeout(options.timeoutMs ?? 60_000);
    const response = await fetch(url, { redirect: 'manual', signal });
    const target = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (target !== null) {
      await response.body?.cancel();
      if (options.redirects === 0 || !URL.canParse(target, url.href)) {
        throw new FileTrouble('redirected', { final: true });
      }
      return await download(new URL(target, url), { ...options, redirects: options.redirects - 1 });
    }
    return await contentOf(response, options.maxBytes);
  } catch (error) {
    if (error instanceof FileTrouble) throw error;
    throw new FileTrouble(`network ${error instanceof Error ? error.name : 'error'}`, { final: false });
  }
}

async function contentOf(response: Response, maxBytes: number): Promise<Uint8Array> {
  const { status, ok, body } = response;
  if (!ok || !body) {
    await body?.cancel();
    const passing = status >= 500 || status === 429 || status === 408;
    throw new FileTrouble(`http-${status}`, { final: !passing });
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    // Leaving the loop ends the connection; the announced length may lie.
    if (size > maxBytes) throw new FileTrouble('too-big', { final: true });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
