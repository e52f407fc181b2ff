import type { Gender } from '../../domain/names/name-cases.ts';

type Known = { post: string; className: string; role: string | null; organizationKind: string };

/** A post as it stands within a sentence: as the person wrote it, a pupil's class, or what the role says. */
export function postOf({ post, className, role, organizationKind }: Known, gender: Gender | null): string {
  if (post.trim() !== '') return smallFirst(post.trim());
  if (className.trim() !== '') return pupil(className.trim(), organizationKind, gender);
  if (role === 'head') return organizationKind === 'kindergarten' ? 'заведующий' : 'директор';
  if (role === 'deputy-head')
    return organizationKind === 'kindergarten' ? 'заместитель заведующего' : 'заместитель директора';
  return role === 'curator' ? 'куратор программы наставничества' : '';
}

function pupil(className: string, organizationKind: string, gender: Gender | null): string {
  const isStudent = organizationKind === 'college';
  const who = isStudent
    ? gender === 'female'
      ? 'студентка'
      : 'студент'
    : gender === 'female'
      ? 'ученица'
      : 'ученик';
  return `${who} ${className.replace(/\s*(?:класса?|курса?|гр(?:упп[аы])?\.?)$/iu, '')} ${isStudent ? 'группы' : 'класса'}`;
}

/** «Учитель» within a sentence is small, «ИКТ-инженер» is not. */
function smallFirst(words: string): string {
  return /^\p{Lu}[\p{Ll}\s-]/u.test(words) ? words.slice(0, 1).toLowerCase() + words.slice(1) : words;
}
