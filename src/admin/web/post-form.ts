import { shellWords } from '../../texts/panel/shell.ts';
import { type ProblemDetails, ProblemError } from './client.ts';

/** Sends a form with files; the types of the API know no files. Throws a `ProblemError` as `ask` does. */
export async function postForm<Data>(
  path: string,
  form: FormData,
  headers: Record<string, string> = {},
  method: 'POST' | 'PUT' = 'POST',
): Promise<Data> {
  const offline = { type: '', title: shellWords.offline, status: 0, code: 'offline' };
  const response = await fetch(path, {
    method,
    body: form,
    credentials: 'same-origin',
    headers: { 'x-nastavnik': 'panel', ...headers },
  }).catch(() => {
    throw new ProblemError(offline);
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok)
    throw new ProblemError((answer as ProblemDetails | null) ?? { ...offline, status: response.status });
  return answer as Data;
}
