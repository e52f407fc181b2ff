/** What rooms log through; pino fits. Fields carry ids and codes, never names, texts, phones or tokens. */
export type Log = {
  info(fields: object, words: string): void;
  warn(fields: object, words: string): void;
  error(fields: object, words: string): void;
};
