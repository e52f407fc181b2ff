/**
 * The one word that tells an operator where to look: the system's (ECONNREFUSED) or Redis's (NOAUTH, WRONGPASS).
 * The rest of a message stays out, it may quote the settings.
 */
export function faultWord(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return code;
  return /^(?:Ready check failed: )?([A-Z][A-Z\d_]+)\b/.exec(error.message)?.[1] ?? error.name;
}
