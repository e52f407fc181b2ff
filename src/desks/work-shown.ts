import type { Sql } from '../database/sql.ts';
import { blindText } from '../domain/contests/blind-text.ts';
import type { Contest } from '../domain/contests/contest.ts';
import type { JudgedEntry } from '../domain/contests/judging.ts';
import type { WorkFile, WorkShown } from '../domain/contests/judging-desk.ts';
import type { FileContent, FileShelf } from '../domain/files/stored-file.ts';
import { postUrl } from '../domain/posts/post.ts';
import { Refusal } from '../domain/refusal.ts';
import { workFileName } from '../texts/contests/work-names.ts';

type Row = {
  description: string;
  link: string | null;
  ownerId: number | null;
  postId: number | null;
  snapshot: { text: string; attachments: { kind: string }[] } | null;
};

/**
 * A work as a juror sees it. Blind, a post is shown as it was kept: its address would lead to whoever wrote it. A link that
 * somebody handed in as their work stays, or there would be nothing to judge.
 */
export async function workShown(sql: Sql, contest: Contest, entry: JudgedEntry): Promise<WorkShown> {
  const [row] = await sql.query<Row>(
    `select e.description, e.link, e.post_owner_id::float8 as "ownerId", e.post_id::float8 as "postId",
       (select jsonb_build_object('text', s.text, 'attachments', s.attachments) from contest_snapshot s
         where s.entry_id = e.id order by s.id desc limit 1) as snapshot
     from contest_entry e where e.id = $1`,
    [entry.id],
  );
  if (row === undefined) throw new Refusal('entry-unknown');
  const { blind } = contest.terms;
  const words = (text: string) => (blind ? blindText(text, entry.names) : text);
  return {
    entryId: entry.id,
    nomination: contest.nominations.find(({ id }) => id === entry.nominationId)?.title ?? '',
    title: words(entry.title),
    description: words(row.description),
    link: contest.kind === 'post' ? null : row.link,
    post: postShown(row, blind, words),
    files: await filesOf(sql, entry.id),
    authors: blind ? null : entry.authors,
    organizationName: blind ? null : entry.organizationName,
    teamName: blind ? null : entry.teamName,
  };
}

function postShown(
  { ownerId, postId, snapshot }: Row,
  blind: boolean,
  words: (text: string) => string,
): WorkShown['post'] {
  if (ownerId === null || postId === null) return null;
  return {
    text: words(snapshot?.text ?? ''),
    attachments: (snapshot?.attachments ?? []).map(({ kind }) => kind),
    url: blind ? null : postUrl({ ownerId, postId }),
  };
}

async function filesOf(sql: Sql, entryId: string): Promise<WorkFile[]> {
  const rows = await sql.query<WorkFile>(
    `select f.id::text, f.name, f.mime, coalesce(f.size, 0)::int as size from contest_entry_file e
     join stored_file f on f.id = e.file_id where e.entry_id = $1 and f.state = 'stored' order by e.position`,
    [entryId],
  );
  return rows.map((file, at) => ({ ...file, name: workFileName(entryId, at + 1, file.name) }));
}

/** `Refusal('file-unknown')` for one that isn't of this work. */
export async function workFile(
  sql: Sql,
  shelf: FileShelf,
  entryId: string,
  fileId: string,
): Promise<FileContent> {
  const known = (await filesOf(sql, entryId)).find(({ id }) => id === fileId);
  const file = known === undefined ? null : await shelf.read(known.id);
  if (known === undefined || file === null) throw new Refusal('file-unknown');
  return { ...file, name: known.name };
}
