import { expect } from 'vitest';
import type { ChatPerson } from './applicant.ts';
import { type Caller, caller } from './panel-server.ts';

/** Signs in at the panel as people do: two digits of the screen said in the chat, and the code that the chat gives. */
export async function entersPanel(person: ChatPerson, url: string): Promise<Caller> {
  const usual = { 'x-nastavnik': 'panel' };
  const asked = await caller(url, usual).post('/api/sign-ins');
  expect(asked.status).toBe(201);
  person.says(`вход ${asked.body.digits}`);
  await person.sees(`Вход в панель по числу ${asked.body.digits}`);
  await person.presses('Да, это я');
  const { text } = await person.sees('Верно!');
  const code = /[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}/.exec(text)?.[0] ?? '';
  const opened = await caller(url, { ...usual, cookie: cookieOf(asked.headers) }).post(
    '/api/sign-ins/current/open',
    { code },
  );
  expect(opened.status).toBe(204);
  return caller(url, { ...usual, cookie: cookieOf(opened.headers) });
}

function cookieOf(headers: Headers): string {
  const lines = headers.getSetCookie().map((line) => line.slice(0, line.indexOf(';')));
  return lines.filter((line) => !line.endsWith('=')).join('; ');
}
