import { Parser } from 'htmlparser2';

export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
};
/** A string is text. */
export type XmlNode = XmlElement | string;

const deepest = 200;

/**
 * The elements and texts of an XML part; comments, instructions and declarations are left out, entities of its own stay unexpanded.
 * Throws on nesting that no office program writes: both the parser and whoever walks the tree would choke on it.
 */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: XmlElement = { name, attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
        if (open.length > deepest) throw new Error('XML nested too deeply');
      },
      ontext: (words) => open.at(-1)?.children.push(words),
      onclosetag: () => open.pop(),
    },
    { xmlMode: true },
  );
  parser.end(text);
  return root;
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
