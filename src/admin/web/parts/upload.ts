import { ask } from '../client.ts';

/** Sends a file as a form would, or none; throws a `ProblemError`. */
export function upload<Data>(path: string, file: File | null): Promise<Data> {
  const form = new FormData();
  if (file !== null) form.set('file', file);
  const sent = fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'x-nastavnik': 'panel' },
    body: form,
  });
  return ask<Data>(
    sent.then(async (response) => {
      const body: unknown = await response.json();
      return response.ok ? { data: body as Data, response } : { error: body, response };
    }),
  );
}
