import { fold } from './roadmap.ts';

const openers = '«„“(["';
const closers = '»”“)]"';
// «МАУ», «АОУ ДПО» at the end of a line: the name itself stands on the next one.
const legalForm = /(?:^|\s)(?:[МФГАБКЧН]{1,4}(?:ОУ|У|ДОУ|БУ)|ДПО|ВО|СПО|им\.)$/u;

/**
 * Splits a cell «Ответственные исполнители» into its phrases: at commas, semicolons and lines that begin anew, but never inside
 * quotation marks or brackets. The phrases keep their wording, white space folded.
 */
export function splitResponsible(cell: string): string[] {
  const text = joinWrapped(cell);
  const depths = depthsOf(text);
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const separates = at === text.length || (',;\n'.includes(text[at] ?? '') && depths[at] === 0);
    if (!separates) continue;
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  return parts.map((part) => fold(part).replace(/^[-–—•·]\s*|[.\s]+$/gu, '')).filter((part) => part !== '');
}

/** A line that goes on with a small letter, a quotation mark or a bracket is the same phrase wrapped. */
function joinWrapped(cell: string): string {
  const lines = cell.split(/\r?\n/u).map(fold);
  return lines.reduce((text, line) => {
    if (line === '') return text;
    if (text === '') return line;
    const wrapped = /^[\p{Ll}«„“"(]/u.test(line) || legalForm.test(text) || /[-–—]$/u.test(text);
    return `${text}${wrapped ? ' ' : '\n'}${line}`;
  }, '');
}

/** How deep in quotation marks or brackets each character stands; a mark that is never closed counts for nothing. */
function depthsOf(text: string): number[] {
  const steps = new Array<number>(text.length + 1).fill(0);
  const open: { at: number; mark: string }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? '';
    const top = open.at(-1);
    // “ closes „ but opens otherwise; documents also mix “ with ».
    if (closers.includes(mark) && top !== undefined && pairs(top.mark, mark)) {
      open.pop();
      steps[top.at] = (steps[top.at] ?? 0) + 1;
      steps[at + 1] = (steps[at + 1] ?? 0) - 1;
    } else if (openers.includes(mark)) {
      open.push({ at, mark });
    }
  }
  let depth = 0;
  return steps.map((step) => {
    depth += step;
    return depth;
  });
}

function pairs(opener: string, closer: string): boolean {
  if (opener === '(') return closer === ')';
  if (opener === '[') return closer === ']';
  if (opener === '"') return closer === '"';
  if (closer === '“') return opener === '„';
  return '»”'.includes(closer);
}
