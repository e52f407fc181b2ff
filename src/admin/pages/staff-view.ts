import type { ConsentLack } from '../../domain/consents/consent-book.ts';
import type { Choice } from '../../domain/forms/form.ts';
import type { SettingName } from '../../domain/programme/check-settings.ts';
import { consentTitles } from '../../texts/consent-names.ts';
import {
  type StaffPath,
  settingLabels,
  staffSections,
  staffWords as words,
} from '../../texts/page-staff-words.ts';
import { fullName } from '../../texts/people.ts';
import { formOf, type Looker, type Page } from './frame.ts';
import { type Html, html } from './html.ts';
import { fileField, textField } from './staff-field.ts';

/** What only coordinators open stands before coordinators only. */
const forCurators: readonly StaffPath[] = ['/staff', '/staff/consents', '/staff/bases'];

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
  const body = html`<nav class="inner" aria-label="${words.nav}">${links}</nav><h1>${title}</h1>
${isDone && html`<p class="card good" role="status">${words.done}</p>`}${inside}`;
  return { title, body, wide: true, at: '/staff' };
}

/** `fault`: of the scan that came for this person. */
export function lacksView(
  looker: Looker,
  lacks: readonly ConsentLack[],
  fault: { personId: string; text: string } | null = null,
): Html {
  if (lacks.length === 0) return html`<p class="card">${words.nobodyLacks}</p>`;
  return html`${lacks.map((lack) => lackCard(looker, lack, lack.personId === fault?.personId ? fault.text : null))}`;
}

function lackCard(looker: Looker, lack: ConsentLack, fault: string | null): Html {
  const scan = { id: `scan-${lack.personId}`, name: 'scan', accept: '.pdf,image/*' };
  const inside = html`<input type="hidden" name="person" value="${lack.personId}">
${fileField(scan, words.scan, fault)}
<p>${words.received}:</p><div class="acts">${lack.kinds.map(
    (kind) => html`<button class="plain" name="kind" value="${kind}">${consentTitles[kind]}</button>`,
  )}</div>`;
  return html`<section class="card"><h2>${fullName(lack)}</h2><p class="faint">${lack.organizationName}</p>
<p>${words.lacks}: ${lack.kinds.map((kind) => consentTitles[kind]).join(', ')}</p>
${formOf(looker, '/staff/consents', inside, { files: true })}</section>`;
}

export function competenciesView(looker: Looker, list: readonly Choice[], fault: string | null = null): Html {
  const lines = list.map(
    ({ value, label }) =>
      html`<li><span>${label}</span> ${formOf(
        looker,
        '/staff/list',
        html`<input type="hidden" name="archive" value="${value}"><button class="link" aria-label="${words.archive}: ${label}">${words.archive}</button>`,
      )}</li>`,
  );
  return html`<section class="card">${formOf(
    looker,
    '/staff/list',
    html`${textField('name', words.competencyName, '', fault)}<button>${words.add}</button>`,
  )}</section><section class="card"><p class="faint">${words.archived}</p><ul class="lines">${lines}</ul></section>`;
}

export function settingsView(
  looker: Looker,
  typed: (name: SettingName) => string,
  faults: readonly SettingName[],
): Html {
  const names = Object.keys(settingLabels) as SettingName[];
  const fields = names.map((name) =>
    textField(name, settingLabels[name], typed(name), faults.includes(name) ? words.wrong : null),
  );
  return html`<section class="card">${formOf(looker, '/staff/settings', html`${fields}<button>${words.save}</button>`)}</section>`;
}
