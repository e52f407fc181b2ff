/** How far something was read (`ts` of a long poll, an offset): any JSON value under a name. */
export type CursorBook = {
  read<Value>(name: string): Promise<Value | null>;
  write(name: string, value: unknown): Promise<void>;
};
