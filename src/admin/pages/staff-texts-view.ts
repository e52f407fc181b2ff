import type { ConsentDraft } from '../../domain/consents/consent-book.ts';
import type { ConsentTemplate } from '../../domain/pages/staff-desk.ts';
import { consentTitles } from '../../texts/consent-names.ts';
import { type DraftFault, giverNames, staffWords as words } from '../../texts/page-staff-words.ts';
import { formOf, type Looker } from './frame.ts';
import { type Html, html } from './html.ts';
import { areaField, textField } from './staff-field.ts';

export function templatesView(templates: readonly ConsentTemplate[]): Html {
  return html`${templates.map(
    ({ kind, giver, version }) => html`<section class="card"><h2>${consentTitles[kind]}</h2>
<p class="faint">${giverNames[giver]}, ${words.version(version)}</p>
<a class="button plain" href="/staff/texts/${kind}/${giver}">${words.edit}</a></section>`,
  )}`;
}

export function templateView(
  looker: Looker,
  { kind, giver, version }: Omit<ConsentTemplate, keyof ConsentDraft>,
  draft: ConsentDraft,
  { preview = null, fault = null }: { preview?: ConsentDraft | null; fault?: DraftFault | null } = {},
): Html {
  const faultAt = (field: keyof ConsentDraft) => (fault?.field === field ? fault.text : null);
  const refused =
    fault &&
    html`<section class="card bad" role="alert"><h2>${words.notPublished}</h2><p>${fault.text}</p></section>`;
  const shown =
    preview &&
    html`<section class="card good" role="status"><h2>${words.previewTitle}</h2><h3>${preview.title}</h3>
<p class="document">${preview.summary}</p><hr><p class="document">${preview.body}</p></section>`;
  const inside = html`${textField('title', words.title, draft.title, faultAt('title'))}${areaField('summary', words.summary, draft.summary, 4, faultAt('summary'))}
${areaField('body', words.body, draft.body, 24, faultAt('body'))}<p class="faint">${words.placeholders}</p><p>${words.again}</p>
<div class="acts"><button class="plain" name="act" value="preview">${words.preview}</button>
<button name="act" value="publish">${words.publish}</button></div>`;
  return html`${refused}${shown}<section class="card"><h2>${consentTitles[kind]}</h2>
<p class="faint">${giverNames[giver]}, ${words.version(version)}</p>
${formOf(looker, `/staff/texts/${kind}/${giver}`, inside)}</section>`;
}
