import { VkRefusal } from './refusal.ts';

type Token = { type: 'name' | 'text' | 'number' | 'sign' | 'end'; value: string };

export type Tokens = ReturnType<typeof createTokens>;

/** VKScript cut into tokens, read from left to right; throws 12 where the code has something else. */
export function createTokens(code: string) {
  const tokens = tokensOf(code);
  let at = 0;
  const peek = (): Token => tokens[at] ?? { type: 'end', value: '' };
  const isSign = (value: string) => peek().type === 'sign' && peek().value === value;

  function next(): Token {
    const token = peek();
    at += 1;
    return token;
  }
  function skip(value: string): boolean {
    if (!isSign(value)) return false;
    at += 1;
    return true;
  }

  return {
    next,
    skip,
    isAtEnd: () => peek().type === 'end',
    take(value: string): void {
      if (!skip(value)) throw unreadable(peek());
    },
    /** The comma between two items; none is needed before `close`. */
    separate(close: string): void {
      if (!skip(',') && !isSign(close)) throw unreadable(peek());
    },
  };
}

const pattern =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')|(\d+(?:\.\d+)?)|([A-Za-z_$][\w$]*)|([{}[\](),:;.=-])|([\s\S])/gy;

function tokensOf(code: string): Token[] {
  const tokens: Token[] = [];
  for (const [, text, number, name, sign, other] of code.matchAll(pattern)) {
    if (text !== undefined) tokens.push({ type: 'text', value: unquoted(text) });
    else if (number !== undefined) tokens.push({ type: 'number', value: number });
    else if (name !== undefined) tokens.push({ type: 'name', value: name });
    else if (sign !== undefined) tokens.push({ type: 'sign', value: sign });
    else if (other !== undefined) throw new VkRefusal(12, `unexpected token ${other}`);
  }
  return tokens;
}

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, hex, sign) => {
    return hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (escapes[sign] ?? sign);
  });
}

export function unreadable(token: Token): VkRefusal {
  return new VkRefusal(12, `unexpected token ${token.type === 'end' ? 'end of code' : token.value}`);
}
