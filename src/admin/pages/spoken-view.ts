import type { Button, Message } from '../../domain/messages/message.ts';
import type { Spoken } from '../../domain/pages/talk-desk.ts';
import { spokenWords as words } from '../../texts/page-words.ts';
import { documentText } from './document-text.ts';
import { formOf, type Looker } from './frame.ts';
import { type Html, html } from './html.ts';

/** Messages of a dialogue as cards; their buttons are sent to `path`. */
export function spokenView(looker: Looker, { messages, toast }: Spoken, path: string): Html {
  return html`${toast && html`<p class="card good" role="status">${toast}</p>`}
${messages.map((message) => messageCard(looker, message, path))}`;
}

function messageCard(looker: Looker, { text, buttons = [], files = [] }: Message, path: string): Html {
  const links = files.map(
    (id, at) => html`<li><a href="/my/files/${id}">${words.file(at + 1, files.length)}</a></li>`,
  );
  return html`<section class="card">${documentText(text)}${links.length > 0 && html`<ul>${links}</ul>`}${
    buttons.length > 0 && formOf(looker, path, html`<div class="acts">${buttons.flat().map(buttonOf)}</div>`)
  }</section>`;
}

const looks = { primary: '', positive: '', negative: 'danger', none: 'plain' } as const;

function buttonOf(button: Button): Html | null {
  if (!('action' in button)) return null;
  return html`<button class="${looks[button.tone ?? 'none']}" name="action" value="${button.action}">${button.label}</button>`;
}
