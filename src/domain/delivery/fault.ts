/**
 * What may be logged of an error: its message can hold a person's words (a constraint quotes the row it refused), so
 * only its name, its code and the places it came through are kept.
 */
export function faultOf(error: unknown): { code: string; at: string[] } {
  if (!(error instanceof Error)) return { code: typeof error, at: [] };
  const code = 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { code, at: frames.slice(0, 4).map((line) => line.trim()) };
}
