import type { BaseImport } from '../../domain/bases/base-desk.ts';
import { type Base, bases } from '../../domain/bases/city-base.ts';
import { xlsxMime } from '../../domain/files/sheet-plan.ts';
import { showCode } from '../../domain/people/invitation.ts';
import { baseTitles } from '../../texts/bases.ts';
import { importLines, invitationsFileName, basesWords as words } from '../../texts/page-bases.ts';
import { fullName } from '../../texts/people.ts';
import { formOf, type Looker } from './frame.ts';
import { type Html, has, html } from './html.ts';
import { fileField } from './staff-field.ts';

/** A sheet that is larger is chosen once more: the page itself carries it to the next step, so nothing is kept of it. */
const mostCarried = 512 * 1024;

/** What came of the file that was just sent for this base. */
export type BaseOutcome = { base: Base } & (
  | { fault: string; onlyGood: boolean }
  | { result: BaseImport; bytes: Uint8Array; onlyGood: boolean }
);

export function basesView(looker: Looker, isCoordinator: boolean, outcome: BaseOutcome | null = null): Html {
  const came = outcome !== null && 'result' in outcome ? outcome : null;
  return html`${came && importView(looker, came)}
<p>${isCoordinator ? words.ofCity : words.ofOwn}</p>
${bases.map((base) => baseCard(looker, base, outcome?.base === base ? outcome : null))}`;
}

function baseCard(looker: Looker, base: Base, outcome: BaseOutcome | null): Html {
  const fault = outcome !== null && 'fault' in outcome ? outcome.fault : null;
  const inside = html`${fileField({ id: `sheet-${base}`, name: 'sheet', accept: '.xlsx' }, words.file, fault)}
<label class="option"><input type="checkbox" name="only-good" value="yes"${has('checked', outcome?.onlyGood === true)}> <span>${words.onlyGood}</span></label>
<div class="acts"><button aria-label="${words.upload}: ${baseTitles[base]}">${words.upload}</button></div>`;
  return html`<section class="card"><h2>${baseTitles[base]}</h2>
<p><a class="button plain" href="/staff/bases/${base}/export" aria-label="${words.export}: ${baseTitles[base]}">${words.export}</a></p>
<details${fault !== null && html` open`}><summary>${words.inTitle}</summary>
<p class="faint">${words.how}</p>
<p><a class="line" href="/staff/bases/${base}/template" aria-label="${words.template}: ${baseTitles[base]}">${words.template}</a></p>
${formOf(looker, `/staff/bases/${base}`, inside, { files: true })}</details></section>`;
}

function importView(
  looker: Looker,
  { base, result, bytes, onlyGood }: Extract<BaseOutcome, { result: BaseImport }>,
): Html {
  const { about, sum } = importLines(base, result);
  const isRefused = result.faults.length > 0 && !onlyGood;
  const carried = isRefused && bytes.byteLength <= mostCarried && carriedForm(looker, base, bytes);
  return html`<section class="card${isRefused ? ' bad' : ' good'}" role="${isRefused ? 'alert' : 'status'}">
<h2>${isRefused ? words.faults : words.stored}</h2><p class="faint">${baseTitles[base]}</p>
<p>${sum}</p>${about.length > 0 && !isRefused && html`<p>${words.left}</p>`}${about.length > 0 && html`<ul>${about.map((line) => html`<li>${line}</li>`)}</ul>`}
${isRefused && html`<p>${words.fix}</p>`}${carried}</section>
${result.invitations && invitationsCard(result.stored, result.invitations)}`;
}

function carriedForm(looker: Looker, base: Base, bytes: Uint8Array): Html {
  return formOf(
    looker,
    `/staff/bases/${base}`,
    html`<input type="hidden" name="carried" value="${Buffer.from(bytes).toString('base64url')}">
<input type="hidden" name="only-good" value="yes"><button>${words.takeGood}</button>`,
  );
}

/** Codes are nowhere but on this one page: it shows them and carries the file itself. */
function invitationsCard(stored: BaseImport['stored'], invitations: Uint8Array): Html {
  const { columns } = words;
  const rows = stored.map(
    ({ number, person, organizationName, invitation }) =>
      html`<tr><td>${number}</td><td>${fullName(person)}</td><td>${organizationName}</td><td class="code">${showCode(invitation.code)}</td></tr>`,
  );
  return html`<section class="card"><h2>${words.invitations}</h2><p>${words.once}</p>
<p><a class="button" download="${invitationsFileName}" href="data:${xlsxMime};base64,${Buffer.from(invitations).toString('base64')}">${words.save}</a></p>
<div class="scroll" role="region" aria-label="${words.invitations}" tabindex="0"><table><thead><tr><th scope="col">${columns.number}</th><th scope="col">${columns.name}</th><th scope="col">${columns.organization}</th><th scope="col">${columns.code}</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}
