import { readFileSync } from 'node:fs';

export type LabelledRequest = { half: 'tune' | 'held'; relevant: readonly string[]; text: string };

/** The lines of mentors by their codes, and the requests with the codes that help; see the heads of both files. */
export function labelledSuggestions(): { lines: Map<string, string>; requests: LabelledRequest[] } {
  const lines = new Map(
    rowsOf('competencies').map((row) => [row.slice(0, row.indexOf(' ')), row.slice(row.indexOf(' ') + 1)]),
  );
  const requests = rowsOf('requests').map((row): LabelledRequest => {
    const [half, codes = '', text] = row.split(' | ');
    if ((half !== 'tune' && half !== 'held') || text === undefined)
      throw new Error(`not a labelled request: ${row}`);
    return { half, relevant: codes.split(' '), text };
  });
  return { lines, requests };
}

function rowsOf(name: string): string[] {
  // From the root of the repository, where tests and compiled benchmarks are both started.
  return readFileSync(`test/fixtures/suggestions/${name}.txt`, 'utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'));
}

/** The share of what helps that stands among the first five; one request may have no more than five that help. */
export function recallAt5(relevant: readonly string[], found: readonly string[]): number {
  const first = new Set(found.slice(0, 5));
  return relevant.filter((code) => first.has(code)).length / relevant.length;
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
