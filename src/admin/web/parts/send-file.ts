import { postForm } from '../post-form.ts';

/** Sends one file; the answer, or a `ProblemError`. */
export function sendFile<Data>(method: 'POST' | 'PUT', path: string, file: File): Promise<Data> {
  const form = new FormData();
  form.set('file', file);
  return postForm<Data>(path, form, {}, method);
}
