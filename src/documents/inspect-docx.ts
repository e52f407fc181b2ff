import { Refusal } from '../domain/refusal.ts';
import { mainPart } from './read-docx.ts';
import { unpackAll } from './unpack.ts';
import { elementAt, elementsOf, parseXml, type XmlElement } from './xml.ts';

const largest = 5 * 1024 * 1024;
const limits = { entries: 400, bytes: 20 * 1024 * 1024, ratio: 120 };
const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
/** Programs, and documents that bring programs along. */
const acting =
  /(?:vbaProject|vbaData|activeX|\/embeddings\/|oleObject|\.(?:bin|exe|dll|js|vbs|hta|docm|dotm)$)/iu;
/** Fields that fetch something or start something when the document is opened. */
const fetching =
  /\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|AUTOTEXT|MACROBUTTON|RD)\b/iu;

/**
 * Whether a DOCX that somebody uploads is one that may be filled and handed out. Nothing in it may act, fetch or unpack to
 * more than it looks. `Refusal('template-too-big' | 'template-not-docx' | 'template-acting' | 'template-external')`, and what
 * `unpack` refuses.
 */
export async function inspectDocx(bytes: Uint8Array): Promise<void> {
  if (bytes.length > largest) throw new Refusal('template-too-big', { mostMb: largest / 1024 / 1024 });
  const { xml, names } = await unpackAll(bytes, limits);
  if (names.some((name) => acting.test(name))) throw new Refusal('template-acting');
  for (const text of xml.values()) {
    // Office programs write no declarations; entities of one's own are how a small file becomes a large one.
    if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw new Refusal('document-broken');
  }
  const trees = new Map([...xml].map(([name, text]) => [name, treeOf(text)]));
  inspectTypes(trees.get('[Content_Types].xml'), mainPart(xml));
  for (const [name, tree] of trees) {
    if (name.endsWith('.rels')) inspectRelations(tree);
    else inspectFields(tree);
  }
}

function treeOf(text: string): XmlElement {
  try {
    return parseXml(text);
  } catch {
    throw new Refusal('document-broken');
  }
}

/** By the type it declares: a document with macros renamed to `.docx` says what it is. */
function inspectTypes(types: XmlElement | undefined, main: string): void {
  const declared = elementsOf(elementAt(types, 'Types'));
  if (
    declared.some(({ attributes }) => /macroEnabled|vbaProject|activeX/iu.test(attributes.ContentType ?? ''))
  )
    throw new Refusal('template-acting');
  const own = declared.find(({ attributes }) => attributes.PartName === `/${main}`);
  if (own?.attributes.ContentType !== documentType) throw new Refusal('template-not-docx');
}

function inspectRelations(tree: XmlElement): void {
  for (const { attributes } of elementsOf(elementAt(tree, 'Relationships'), 'Relationship')) {
    const { TargetMode: mode = 'Internal', Target: target = '', Type: type = '' } = attributes;
    const leaves = mode.toLowerCase() !== 'internal' || /^[a-z][a-z\d+.-]*:|^[\\/]{2}/iu.test(target);
    if (leaves || /attachedTemplate|subDocument|frame$/iu.test(type))
      throw new Refusal('template-external', { target: target.slice(0, 80) });
    if (/oleObject|control|vbaProject|aFChunk|package$/iu.test(type)) throw new Refusal('template-acting');
  }
}

function inspectFields(tree: XmlElement): void {
  const instructions: string[] = [];
  let paragraph = '';
  const walk = (node: XmlElement) => {
    if (node.name === 'w:altChunk' || node.name === 'w:object') throw new Refusal('template-acting');
    if (node.name === 'w:fldSimple') instructions.push(node.attributes['w:instr'] ?? '');
    if (node.name === 'w:instrText')
      paragraph += node.children.filter((each) => typeof each === 'string').join('');
    for (const child of elementsOf(node)) walk(child);
    if (node.name === 'w:p') {
      instructions.push(paragraph);
      paragraph = '';
    }
  };
  walk(tree);
  const guilty = [...instructions, paragraph].find((each) => fetching.test(each));
  if (guilty !== undefined) throw new Refusal('template-external', { target: guilty.trim().slice(0, 80) });
}
