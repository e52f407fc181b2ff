import { largestFile } from '../files/stored-file.ts';
import type { IncomingFile } from '../messages/incoming.ts';
import { Refusal } from '../refusal.ts';
import type { Contest } from './contest.ts';
import type { Entry, EntryFinding } from './entry.ts';

export const longestTitle = 200;
export const longestTeamName = 100;
/** What a delivery can carry and a jury wants to open. */
export const mostWorkFiles = 10;

const documents = ['pdf', 'docx', 'doc', 'odt', 'rtf', 'txt', 'pptx', 'ppt', 'odp', 'xlsx', 'xls', 'ods'];
const pictures = ['jpg', 'jpeg', 'png', 'webp', 'heic'];
const films = ['mp4', 'mov', 'm4v'];
const workEndings: readonly string[] = [...documents, ...pictures, ...films, 'mp3', 'zip'];

/**
 * Why a file is not taken, by what the sender says of it; `null` for one that is. Its bytes are looked at once they are
 * here, see `sniff`.
 */
export function workFileFault({
  name,
  size,
}: Pick<IncomingFile, 'name' | 'size'>): 'too-big' | 'kind' | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (!workEndings.includes(ending)) return 'kind';
  return size !== null && size > largestFile ? 'too-big' : null;
}

export function mostFiles({ terms }: Pick<Contest, 'terms'>): number {
  return Math.min(terms.work.files, mostWorkFiles);
}

/** Trimmed; `null` for one that says nothing or too much. */
export function readTitle(text: string, longest = longestTitle): string | null {
  const title = text.trim().replace(/\s+/g, ' ');
  return title.length <= longest && /[\p{L}\p{N}]/u.test(title) ? title : null;
}

/** How the description fails the regulations, as `Refusal` facts; `null` where it does not. */
export function descriptionFault(
  { terms }: Pick<Contest, 'terms'>,
  text: string,
): { length: number; least: number; most: number } | null {
  const { least, most } = terms.work.description;
  const { length } = [...text.trim()];
  return length < least || length > most ? { length, least, most } : null;
}

/** `Refusal('entry-incomplete', { what: 'title' | 'description' | 'content' })` for what cannot be handed in yet. */
export function checkComplete(
  contest: Contest,
  entry: Pick<Entry, 'title' | 'description' | 'link'>,
  files: number,
): void {
  if (entry.title === '') throw new Refusal('entry-incomplete', { what: 'title' });
  if (descriptionFault(contest, entry.description) !== null) {
    throw new Refusal('entry-incomplete', { what: 'description' });
  }
  if (!hasContent(contest, entry, files)) throw new Refusal('entry-incomplete', { what: 'content' });
}

/** A contest that takes neither files nor links is one of words. */
function hasContent({ terms }: Contest, { link }: Pick<Entry, 'link'>, files: number): boolean {
  return files > 0 || link !== null || (mostFiles({ terms }) === 0 && !terms.work.link);
}

/** What stands between a work that was handed in and the jury. `files`: as `EntryBook.files` gives them. */
export function workFindings(
  contest: Contest,
  entry: Pick<Entry, 'link' | 'teamName'>,
  files: readonly { name: string; state: string }[],
  members: number,
): EntryFinding[] {
  const { least } = contest.terms.team;
  const lost = files.filter(({ state }) => state === 'failed');
  const isEmpty = !hasContent(contest, entry, files.length - lost.length);
  return [
    ...lost.map(({ name }) => ({ code: 'file-lost', facts: { name } })),
    ...(isEmpty && lost.length === 0 ? [{ code: 'work-empty', facts: {} }] : []),
    ...teamFindings({ least, members, isTeam: entry.teamName !== null }),
  ];
}

function teamFindings(team: { least: number; members: number; isTeam: boolean }): EntryFinding[] {
  const { least, members, isTeam } = team;
  return isTeam && members < least ? [{ code: 'team-too-small', facts: { least, members } }] : [];
}
