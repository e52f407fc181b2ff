import { expect } from 'vitest';

export type Browser = ReturnType<typeof browser>;
export type Seen = { status: number; text: string; headers: Headers; path: string };

/** A browser without scripts: keeps cookies, follows redirects, sends forms with what is hidden in them. */
export function browser(url: string) {
  let cookies = new Map<string, string>();
  let now: Seen = { status: 0, text: '', headers: new Headers(), path: '' };

  async function call(path: string, init: RequestInit = {}): Promise<Seen> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers(init.headers);
    if (cookie !== '') headers.set('cookie', cookie);
    const response = await fetch(url + path, { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    if (response.status === 303) return call(response.headers.get('location') ?? '/');
    now = { status: response.status, text: await response.text(), headers: response.headers, path };
    return now;
  }

  function csrf(): string {
    return /name="csrf" value="([^"]+)"/.exec(now.text)?.[1] ?? '';
  }

  return {
    get: (path: string) => call(path),
    /** A form of the page in front, with its secret unless another one is given. */
    post(path: string, fields: Record<string, string | string[]> = {}, headers: Record<string, string> = {}) {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries({ csrf: csrf(), ...fields }))
        for (const each of [value].flat()) body.append(name, each);
      return call(path, { method: 'POST', body, headers });
    },
    /** «Продолжить» behind a link of the chat. */
    async opens(link: string) {
      const path = new URL(link).pathname;
      expect((await call(path)).status).toBe(200);
      return call(path, { method: 'POST', body: new URLSearchParams() });
    },
    now: () => now,
    csrf,
    cookies: () => new Map(cookies),
    take(others: ReadonlyMap<string, string>) {
      cookies = new Map(others);
    },
    /** As people read it: without markup. */
    words: () => readable(now.text),
  };
}

export function readable(markup: string): string {
  const entities: Record<string, string> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&amp;': '&',
  };
  return markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ');
}
