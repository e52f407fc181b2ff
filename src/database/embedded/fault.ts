/** Something an operator can mend; the message says how. */
export class EmbeddedServerFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(`${message} Or set DATABASE_URL to a PostgreSQL server of your own.`, options);
    this.name = 'EmbeddedServerFault';
  }
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
