import { chatWords } from '../../texts/page-words.ts';
import { type Html, html } from './html.ts';

const command = '/privacy';

/**
 * Words as they were written, be they a document that is agreed to or what the chat says: the command in them is left as
 * it stands, leads to where it leads in the chat, and is explained.
 */
export function documentText(text: string): Html {
  const [first = '', ...rest] = text.split(command);
  const linked = rest.map((part) => html`<a href="/my/data">${command}</a>${part}`);
  return html`<p class="document">${first}${linked}</p>${rest.length > 0 && html`<p class="faint">${chatWords.privacy}</p>`}`;
}
