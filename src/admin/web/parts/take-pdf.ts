import { shellWords } from '../../../texts/panel/shell.ts';
import { type ProblemDetails, ProblemError } from '../client.ts';

/** Asks for a file that depends on what was just typed, and hands it to the browser. Throws a `ProblemError`. */
export async function takePdf(path: string, body: unknown, name: string): Promise<void> {
  const offline = { type: '', title: shellWords.offline, status: 0, code: 'offline' };
  const response = await fetch(path, {
    method: 'POST',
    body: JSON.stringify(body),
    credentials: 'same-origin',
    headers: { 'x-nastavnik': 'panel', 'content-type': 'application/json' },
  }).catch(() => {
    throw new ProblemError(offline);
  });
  if (!response.ok) {
    const problem = (await response.json().catch(() => null)) as ProblemDetails | null;
    throw new ProblemError(problem ?? { ...offline, status: response.status });
  }
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
