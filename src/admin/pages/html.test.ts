import fc from 'fast-check';
import { expect, test } from 'vitest';
import { has, html } from './html.ts';

test('what is put in is escaped, markup of its own is not', () => {
  const name = `<script>alert("ё")</script> О'Нил & Ко`;
  const inner = html`<b>${name}</b>`;
  expect(html`<p>${inner}</p>`.markup).toBe(
    '<p><b>&lt;script&gt;alert(&quot;ё&quot;)&lt;/script&gt; О&#39;Нил &amp; Ко</b></p>',
  );
});

test('lists follow one another, nothing puts in nothing, zero is a number', () => {
  const items = ['а', 'б'].map((each) => html`<li>${each}</li>`);
  expect(html`<ul>${items}${null}${undefined}${false}</ul>${0}`.markup).toBe(
    '<ul><li>а</li><li>б</li></ul>0',
  );
});

test('an attribute without a value stands there or does not', () => {
  expect(html`<input${has('checked', true)}>`.markup).toBe('<input checked>');
  expect(html`<input${has('checked', false)}>`.markup).toBe('<input>');
});

test('no text ever ends the attribute or the element it is put into', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const inside = html`${text}`.markup;
      expect(inside).not.toMatch(/[<>"']/);
    }),
  );
});
