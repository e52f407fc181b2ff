/**
 * Whoever asks while the very same is being read gets that answer: a page that a whole town opens at once is read once. Nothing
 * is kept after it.
 */
export function inFlight<Args extends readonly (string | number)[], Answer>(
  read: (...args: Args) => Promise<Answer>,
): (...args: Args) => Promise<Answer> {
  const running = new Map<string, Promise<Answer>>();
  return (...args) => {
    const key = JSON.stringify(args);
    const begun = running.get(key) ?? read(...args).finally(() => running.delete(key));
    running.set(key, begun);
    return begun;
  };
}
