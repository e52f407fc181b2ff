import type { ConsentDraft, ConsentLack } from '../../domain/consents/consent-book.ts';
import type { Choice } from '../../domain/forms/form.ts';
import type { ConsentTemplate } from '../../domain/pages/staff-desk.ts';
import type { SettingName } from '../../domain/programme/check-settings.ts';
import { consentTitles } from '../../texts/consent-names.ts';
import {
  giverNames,
  type StaffPath,
  settingLabels,
  staffSections,
  staffWords as words,
} from '../../texts/page-staff-words.ts';
import { fullName } from '../../texts/people.ts';
import { formOf, type Looker, type Page } from './frame.ts';
import { type Html, html } from './html.ts';

/** What only coordinators open stands before coordinators only. */
const forCurators: readonly StaffPath[] = ['/staff', '/staff/consents'];

export function staffPage(
  path: StaffPath,
  { isCoordinator, isDone = false }: { isCoordinator: boolean; isDone?: boolean },
  inside: Html,
): Page {
  const title = staffSections[path];
  const links = (Object.keys(staffSections) as StaffPath[])
    .filter((each) => isCoordinator || forCurators.includes(each))
    .map(
      (each) =>
        html`<a href="${each}"${each === path && html` aria-current="page"`}>${staffSections[each]}</a>`,
    );
  const body = html`<nav aria-label="${words.nav}">${links}</nav><h1>${title}</h1>
${isDone && html`<p class="card good" role="status">${words.done}</p>`}${inside}`;
  return { title, body, wide: true };
}

export function lacksView(looker: Looker, lacks: readonly ConsentLack[]): Html {
  if (lacks.length === 0) return html`<p class="card">${words.nobodyLacks}</p>`;
  return html`${lacks.map((lack) => lackCard(looker, lack))}`;
}

function lackCard(looker: Looker, lack: ConsentLack): Html {
  const id = `scan-${lack.personId}`;
  const inside = html`<input type="hidden" name="person" value="${lack.personId}">
<div class="field"><label for="${id}">${words.scan}</label><input id="${id}" type="file" name="scan" accept=".pdf,image/*"></div>
<p>${words.received}:</p><div class="acts">${lack.kinds.map(
    (kind) => html`<button class="plain" name="kind" value="${kind}">${consentTitles[kind]}</button>`,
  )}</div>`;
  return html`<section class="card"><h2>${fullName(lack)}</h2><p class="faint">${lack.organizationName}</p>
<p>${words.lacks}: ${lack.kinds.map((kind) => consentTitles[kind]).join(', ')}</p>
${formOf(looker, '/staff/consents', inside, { files: true })}</section>`;
}

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
  preview: ConsentDraft | null,
): Html {
  const shown =
    preview &&
    html`<section class="card good" role="status"><h2>${words.previewTitle}</h2><h3>${preview.title}</h3>
<p class="document">${preview.summary}</p><hr><p class="document">${preview.body}</p></section>`;
  const inside = html`${textField('title', words.title, draft.title)}${areaField('summary', words.summary, draft.summary, 4)}
${areaField('body', words.body, draft.body, 24)}<p class="faint">${words.placeholders}</p><p>${words.again}</p>
<div class="acts"><button class="plain" name="act" value="preview">${words.preview}</button>
<button name="act" value="publish">${words.publish}</button></div>`;
  return html`${shown}<section class="card"><h2>${consentTitles[kind]}</h2>
<p class="faint">${giverNames[giver]}, ${words.version(version)}</p>
${formOf(looker, `/staff/texts/${kind}/${giver}`, inside)}</section>`;
}

export function competenciesView(looker: Looker, list: readonly Choice[]): Html {
  const lines = list.map(
    ({ value, label }) =>
      html`<li>${label} ${formOf(
        looker,
        '/staff/list',
        html`<input type="hidden" name="archive" value="${value}"><button class="link" aria-label="${words.archive}: ${label}">${words.archive}</button>`,
      )}</li>`,
  );
  return html`<section class="card">${formOf(
    looker,
    '/staff/list',
    html`${textField('name', words.competencyName, '')}<button>${words.add}</button>`,
  )}</section><section class="card"><p class="faint">${words.archived}</p><ul>${lines}</ul></section>`;
}

export function settingsView(
  looker: Looker,
  typed: (name: SettingName) => string,
  faults: readonly SettingName[],
): Html {
  const names = Object.keys(settingLabels) as SettingName[];
  const fields = names.map((name) =>
    textField(name, settingLabels[name], typed(name), faults.includes(name)),
  );
  return html`<section class="card">${formOf(looker, '/staff/settings', html`${fields}<button>${words.save}</button>`)}</section>`;
}

function textField(name: string, label: string, value: string, isWrong = false): Html {
  const wrong = isWrong && html` aria-invalid="true" aria-describedby="f-${name}-fault"`;
  return html`<div class="field"><label for="f-${name}">${label}</label>${
    isWrong && html`<p class="fault" id="f-${name}-fault">${words.wrong}</p>`
  }<input id="f-${name}" name="${name}" type="text" value="${value}"${wrong}></div>`;
}

function areaField(name: string, label: string, value: string, rows: number): Html {
  return html`<div class="field"><label for="f-${name}">${label}</label>
<textarea id="f-${name}" name="${name}" rows="${rows}">
${value}</textarea></div>`;
}
