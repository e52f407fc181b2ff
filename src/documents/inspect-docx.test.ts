import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { templateKinds } from '../domain/documents/fields.ts';
import { defaultTemplates } from '../texts/documents/default-templates.ts';
import { inspectDocx } from './inspect-docx.ts';
import { writeDocx } from './write-docx.ts';

const good = writeDocx(defaultTemplates['pair-order']);
const parts = unzipSync(good);
const text = (name: string) => new TextDecoder().decode(parts[name]);

/** The good template with parts put in their place or added. */
function with_(changed: Zippable): Uint8Array {
  return zipSync({ ...parts, ...changed });
}
const inDocument = (xml: string) =>
  with_({ 'word/document.xml': strToU8(text('word/document.xml').replace('<w:body>', `<w:body>${xml}`)) });
const relation = (attributes: string) =>
  with_({
    'word/_rels/document.xml.rels': strToU8(
      text('word/_rels/document.xml.rels').replace(
        '</Relationships>',
        `<Relationship Id="rId9" ${attributes}/></Relationships>`,
      ),
    ),
  });
const typed = (from: string, to: string) =>
  with_({ '[Content_Types].xml': strToU8(text('[Content_Types].xml').replace(from, to)) });
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

test('our own templates pass', async () => {
  for (const kind of templateKinds)
    await expect(inspectDocx(writeDocx(defaultTemplates[kind]))).resolves.toBeUndefined();
});

describe('what acts', () => {
  test.each<[string, Uint8Array]>([
    ['a macro', with_({ 'word/vbaProject.bin': strToU8('x') })],
    ['a control', with_({ 'word/activeX/activeX1.xml': strToU8('<a/>') })],
    ['an embedded object', with_({ 'word/embeddings/oleObject1.bin': strToU8('x') })],
    [
      'a document with macros under another name',
      typed('wordprocessingml.document.main+xml', 'ms-word.document.macroEnabled.main+xml'),
    ],
    ['a chunk of another document', inDocument('<w:altChunk r:id="rId9"/>')],
    ['a relation to an object', relation(`Type="${office}/oleObject" Target="embedded.xml"`)],
  ])('%s', async (_name, bytes) => {
    await expect(inspectDocx(bytes)).rejects.toMatchObject({ code: 'template-acting' });
  });
});

describe('what leads outside', () => {
  test.each<[string, Uint8Array]>([
    [
      'a picture from the net',
      relation(`Type="${office}/image" Target="https://example.org/a.png" TargetMode="External"`),
    ],
    [
      'a template from a share',
      relation(`Type="${office}/attachedTemplate" Target="file:///x/a.dotm" TargetMode="External"`),
    ],
    [
      'an address that only says it is inside',
      relation(`Type="${office}/image" Target="http://example.org/a.png"`),
    ],
    ['a share that only says it is inside', relation(`Type="${office}/image" Target="\\\\host\\a.png"`)],
    [
      'a field that includes',
      inDocument('<w:p><w:r><w:instrText> INCLUDEPICTURE "http://example.org" </w:instrText></w:r></w:p>'),
    ],
    [
      'a field in pieces',
      inDocument(
        '<w:p><w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\cmd</w:instrText></w:r></w:p>',
      ),
    ],
    ['a simple field', inDocument('<w:p><w:fldSimple w:instr="LINK Excel"/></w:p>')],
  ])('%s', async (_name, bytes) => {
    await expect(inspectDocx(bytes)).rejects.toMatchObject({ code: 'template-external' });
  });
});

describe('what is no DOCX, or a bomb', () => {
  test('a spreadsheet, a document of another kind and a text are no templates', async () => {
    const other = typed('wordprocessingml.document.main+xml', 'wordprocessingml.template.main+xml');
    await expect(inspectDocx(other)).rejects.toMatchObject({ code: 'template-not-docx' });
    const sheet = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<a/>') });
    await expect(inspectDocx(sheet)).rejects.toMatchObject({ code: 'template-not-docx' });
    await expect(inspectDocx(strToU8('{Организация}'))).rejects.toMatchObject({ code: 'document-broken' });
  });

  test('a part that unpacks to hundreds of times its size', async () => {
    const bomb = with_({ 'word/media/a.xml': strToU8(' '.repeat(8_000_000)) });
    expect(bomb.length).toBeLessThan(100_000);
    await expect(inspectDocx(bomb)).rejects.toMatchObject({ code: 'document-too-big' });
  });

  test('thousands of parts, and more than five megabytes', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 500 }, (_, at) => [`word/a${at}.xml`, strToU8('<a/>')]),
    );
    await expect(inspectDocx(with_(many))).rejects.toMatchObject({ code: 'document-too-big' });
    const noise = Uint8Array.from({ length: 6 * 1024 * 1024 }, (_, at) => (at * 2654435761) >>> 24);
    await expect(
      inspectDocx(zipSync({ ...parts, 'word/media/a.png': [noise, { level: 0 }] })),
    ).rejects.toMatchObject({
      code: 'template-too-big',
    });
  });

  test('entities of its own, and XML nested without end', async () => {
    const lol = '<!DOCTYPE lol [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
    const body = with_({ 'word/document.xml': strToU8(lol + text('word/document.xml')) });
    await expect(inspectDocx(body)).rejects.toMatchObject({ code: 'document-broken' });
    const deep = inDocument('<w:a>'.repeat(5000) + '</w:a>'.repeat(5000));
    await expect(inspectDocx(deep)).rejects.toMatchObject({ code: 'document-broken' });
  });
});
