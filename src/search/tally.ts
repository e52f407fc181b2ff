/** Numbers by line, of which few are other than zero: made for being added to, gone through and cleared again and again. */
export type Tally = {
  of(line: number): number;
  add(line: number, more: number): void;
  raise(line: number, to: number): void;
  touched(): readonly number[];
  clear(): void;
};

export function createTally(lines: number): Tally {
  const numbers = new Float64Array(lines);
  const touched: number[] = [];
  return {
    of: (line) => numbers[line] ?? 0,
    add(line, more) {
      const before = numbers[line] ?? 0;
      if (before === 0) touched.push(line);
      numbers[line] = before + more;
    },
    raise(line, to) {
      const before = numbers[line] ?? 0;
      if (before === 0) touched.push(line);
      if (before < to) numbers[line] = to;
    },
    touched: () => touched,
    clear() {
      for (const line of touched) numbers[line] = 0;
      touched.length = 0;
    },
  };
}
