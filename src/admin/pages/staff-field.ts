import { type Html, html } from './html.ts';

/** One line to write on; `fault` says what is wrong with what was typed. */
export function textField(name: string, label: string, value: string, fault: string | null = null): Html {
  return html`<div class="field"><label for="f-${name}">${label}</label>${faultOf(name, fault)}<input id="f-${name}" name="${name}" type="text" value="${value}"${pointed(name, fault)}></div>`;
}

export function areaField(
  name: string,
  label: string,
  value: string,
  rows: number,
  fault: string | null = null,
): Html {
  return html`<div class="field"><label for="f-${name}">${label}</label>${faultOf(name, fault)}
<textarea id="f-${name}" name="${name}" rows="${rows}"${pointed(name, fault)}>
${value}</textarea></div>`;
}

export function fileField(
  { id, name, accept }: { id: string; name: string; accept: string },
  label: string,
  fault: string | null = null,
): Html {
  return html`<div class="field"><label for="f-${id}">${label}</label>${faultOf(id, fault)}
<input id="f-${id}" type="file" name="${name}" accept="${accept}"${pointed(id, fault)}></div>`;
}

function faultOf(id: string, fault: string | null): Html | null {
  return fault === null ? null : html`<p class="fault" id="f-${id}-fault">${fault}</p>`;
}

function pointed(id: string, fault: string | null): Html | null {
  return fault === null ? null : html` aria-invalid="true" aria-describedby="f-${id}-fault"`;
}
