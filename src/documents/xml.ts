import { parseDocument } from 'htmlparser2';

export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
};
/** A string is text. */
export type XmlNode = XmlElement | string;

type Parsed = ReturnType<typeof parseDocument>['children'][number];

/** The elements of an XML part; comments, instructions and declarations are left out, entities of its own stay unexpanded. */
export function parseXml(text: string): XmlElement {
  const parsed = parseDocument(text, { xmlMode: true });
  return { name: '', attributes: {}, children: parsed.children.flatMap(convert) };
}

function convert(node: Parsed): XmlNode[] {
  if (node.type === 'text') return [node.data];
  if (!('attribs' in node)) return [];
  return [{ name: node.name, attributes: node.attribs, children: node.children.flatMap(convert) }];
}

export function elementsOf(node: XmlElement | undefined, ...names: string[]): XmlElement[] {
  const all = node?.children.filter((child): child is XmlElement => typeof child !== 'string') ?? [];
  return names.length === 0 ? all : all.filter((child) => names.includes(child.name));
}

/** The element reached by going down the path, the first of its name on each step. */
export function elementAt(node: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((at, name) => elementsOf(at, name)[0], node);
}

/** `w:val` of the element reached by the path. */
export function valueAt(node: XmlElement | undefined, ...path: string[]): string | undefined {
  return elementAt(node, ...path)?.attributes['w:val'];
}
