/** «работа-12.pdf», «работа-12-2.pdf»: tells neither whose it is nor what they called it. */
export function workFileName(entryId: string, number: number, given: string): string {
  const ending = /\.([a-z0-9]{1,5})$/iu.exec(given)?.[1]?.toLowerCase();
  const name = `работа-${entryId}${number === 1 ? '' : `-${number}`}`;
  return ending === undefined ? name : `${name}.${ending}`;
}
