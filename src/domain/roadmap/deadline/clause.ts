import type { Item, Repeat } from './item.ts';
import type { Token } from './lexer.ts';
import { type Every, isConnecting } from './lexicon.ts';

/** A standing piece with its place: the tokens from `start` up to, but without, `end`. */
export type Clause = {
  kind: 'conditional' | 'ongoing' | 'recurring';
  every: Every | null;
  /** The item that repeats, for a recurring clause. */
  repeat: (Item & Repeat) | null;
  /** «далее», «затем» stands in it. */
  further: boolean;
  start: number;
  end: number;
};

/** A clause per trigger or repetition with the words around it, and the items that stand in none. */
export function clausesOf(
  items: readonly Item[],
  tokens: readonly Token[],
): { clauses: Clause[]; rest: Item[] } {
  const clauses: Clause[] = [];
  const rest: Item[] = [];
  let at = 0;
  while (at < items.length) {
    const item = items[at];
    if (item === undefined) break;
    const leadsRepeat = item.is === 'trigger' && item.absorbs && items[at + 1]?.is === 'repeat';
    if (leadsRepeat) {
      rest.push({ is: 'word', start: item.start, end: item.end });
      at += 1;
      continue;
    }
    if (item.is !== 'trigger' && item.is !== 'repeat') {
      rest.push(item);
      at += 1;
      continue;
    }
    const kept = takeBack(rest, tokens);
    const past = item.is === 'trigger' ? pastTrigger(items, at, tokens) : pastRepeat(items, at, tokens);
    const inside = [...kept, ...items.slice(at, past)];
    clauses.push(clauseOf(item, inside));
    at = past;
  }
  return { clauses, rest };
}

function clauseOf(item: Item, inside: readonly Item[]): Clause {
  const start = inside[0]?.start ?? item.start;
  const end = inside.at(-1)?.end ?? item.end;
  const further = inside.some(({ is }) => is === 'further');
  if (item.is === 'repeat')
    return { kind: 'recurring', every: item.every, repeat: item, further, start, end };
  const conditional = inside.some((each) => each.is === 'trigger' && each.kind === 'conditional');
  return { kind: conditional ? 'conditional' : 'ongoing', every: null, repeat: null, further, start, end };
}

const joints = new Set(['но', 'и', 'а', 'также', 'или', 'либо']);

function isJoint(item: Item | undefined, tokens: readonly Token[]): boolean {
  return item?.is === 'mark' || (item?.is === 'word' && joints.has(tokens[item.start]?.word ?? ''));
}

/** Words before the trigger are its own: they are taken back out of `rest`. */
function takeBack(rest: Item[], tokens: readonly Token[]): Item[] {
  let from = rest.length;
  while (from > 0 && isInner(rest[from - 1])) from -= 1;
  while (from < rest.length && isJoint(rest[from], tokens)) from += 1;
  return rest.splice(from);
}

function isInner(item: Item | undefined): boolean {
  return item?.is === 'word' || item?.is === 'mark' || item?.is === 'further';
}

function pastTrigger(items: readonly Item[], at: number, tokens: readonly Token[]): number {
  const trigger = items[at];
  const conditional = trigger?.is === 'trigger' && trigger.kind === 'conditional';
  let absorbs = trigger?.is === 'trigger' && trigger.absorbs;
  let next = at + 1;
  for (;;) {
    const item = items[next];
    if (isInner(item)) {
      absorbs = false;
      next += 1;
    } else if (item?.is === 'trigger') {
      absorbs = item.absorbs;
      next += 1;
    } else if (belongs(item, absorbs, tokens)) next = pastMoreDates(items, next + 1, absorbs, tokens);
    else {
      const past =
        item?.is === 'open' ? pastBracket(items, next) : conditional ? pastAside(items, next, tokens) : null;
      if (past === null) return trimmed(items, at, next, tokens);
      next = past;
    }
  }
}

/** A date straight after «по итогам», the one of «приказ от 22.04.2022», of «план на 2023 год», «работа за полугодие». */
function belongs(item: Item | undefined, absorbs: boolean, tokens: readonly Token[]): boolean {
  if (item?.is !== 'dated' && item?.is !== 'years') return false;
  const lead = tokens[item.start]?.word;
  if (lead === 'за' || (lead === 'от' && item.mode === 'since') || (lead === 'на' && item.is === 'years'))
    return true;
  return absorbs && item.mode !== 'until';
}

/** «по итогам I полугодия, учебного года». */
function pastMoreDates(
  items: readonly Item[],
  at: number,
  absorbs: boolean,
  tokens: readonly Token[],
): number {
  const joint = items[at]?.is === 'comma' || isJoint(items[at], tokens);
  const more = items[at + 1];
  const joined = absorbs && joint && more?.is === 'dated' && !more.led && more.years === null;
  return joined ? pastMoreDates(items, at + 2, absorbs, tokens) : at;
}

/** A bracket of bare words or of years only bounds the clause: «(2022–2024 гг. и далее)». */
function pastBracket(items: readonly Item[], at: number): number | null {
  const length = items.slice(at).findIndex(({ is }) => is === 'close');
  const inside = items.slice(at + 1, at + length);
  const plain = inside.every((item) => isInner(item) || ['comma', 'years', 'trigger'].includes(item.is));
  return length > 0 && plain ? at + length + 1 : null;
}

/** «…, устанавливаемыми министерством», «…, утвержденным приказом от 01.09.2022»: words after a comma that nothing else claims. */
function pastAside(items: readonly Item[], at: number, tokens: readonly Token[]): number | null {
  if (items[at]?.is !== 'comma') return null;
  let next = at + 1;
  while (isInner(items[next])) next += 1;
  if (next > at + 1 && belongs(items[next], false, tokens)) next += 1;
  const after = items[next];
  const ends = after === undefined || after.is === 'break' || after.is === 'comma' || after.is === 'close';
  return ends && next > at + 1 && !items.slice(at + 1, next).some(({ is }) => is === 'further') ? next : null;
}

/** Also past somebody's plan for it; the words before another clause are that one's: «ежегодно пополнение по необходимости». */
function pastRepeat(items: readonly Item[], at: number, tokens: readonly Token[]): number {
  let next = at + 1;
  while (isInner(items[next])) next += 1;
  const again = items[next]?.is === 'comma' ? next + 1 : next;
  const other = items[again];
  if (isSameRepeat(items[at], other)) return pastRepeat(items, again, tokens);
  if (other?.is === 'trigger' && other.plan) return pastTrigger(items, again, tokens);
  if (items[next]?.is === 'trigger') return at + 1;
  return trimmed(items, at, next, tokens);
}

/** «еженедельно, по пятницам» is one piece. */
function isSameRepeat(item: Item | undefined, next: Item | undefined): boolean {
  return item?.is === 'repeat' && next?.is === 'repeat' && item.every === next.every;
}

/** Without the joints and prepositions at the end. */
function trimmed(items: readonly Item[], at: number, past: number, tokens: readonly Token[]): number {
  let next = past;
  while (next > at + 1) {
    const item = items[next - 1];
    const word = tokens[item?.start ?? 0]?.word ?? '';
    const loose =
      (item?.is === 'mark' && !/[»”"“'’]/.test(word)) || (item?.is === 'word' && joints.has(word));
    if (!loose) break;
    next -= 1;
  }
  return next;
}

/** Pieces of the words that nothing claimed; joining words alone are no piece. */
export function leftoversOf(
  rest: readonly Item[],
  tokens: readonly Token[],
): { start: number; end: number }[] {
  const runs: Item[][] = [[]];
  let last: Item | undefined;
  for (const item of rest) {
    const apart = last !== undefined && last.end !== item.start;
    if (apart || !(isInner(item) || item.is === 'comma')) runs.push([]);
    if (isInner(item) || item.is === 'comma') runs.at(-1)?.push(item);
    last = item;
  }
  return runs.flatMap((run) => {
    const first = run.findIndex((item) => isContent(item, tokens, false));
    const final = run.findLastIndex((item) => isContent(item, tokens, true));
    const start = run[first]?.start;
    const end = run[final]?.end;
    const meant = run.some((item) => item.is === 'word' && !isConnecting(tokens[item.start]?.word ?? ''));
    return meant && start !== undefined && end !== undefined ? [{ start, end }] : [];
  });
}

function isContent(item: Item, tokens: readonly Token[], atEnd: boolean): boolean {
  const word = tokens[item.start]?.word ?? '';
  if (item.is === 'mark') return atEnd ? /[»”"]/.test(word) : /[«“"]/.test(word);
  if (item.is === 'word') return !(atEnd ? isConnecting(word) : joints.has(word));
  return false;
}
