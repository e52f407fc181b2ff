const longest = 150;

/** As it is shown to people and sent along: no paths, nothing unseen; the ending stays. */
export function fileNameOf(given: string | undefined): string {
  const name = (given ?? '').replace(/[\p{C}/\\]/gu, '').trim();
  return name === '' ? 'file' : [...name].slice(-longest).join('');
}
