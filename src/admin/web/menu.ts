import { menuWords } from '../../texts/panel/shell.ts';
import type { Section } from './sections.tsx';

/** What stands together in the menu, and in which order. */
const groups: readonly { words: string; paths: readonly string[] }[] = [
  { words: menuWords.work, paths: ['/overview', '/tasks', '/roadmap', '/calendar'] },
  { words: menuWords.people, paths: ['/applications', '/people', '/organizations', '/bases', '/doubles'] },
  { words: menuWords.pairs, paths: ['/mentees', '/pairs', '/orders'] },
  { words: menuWords.contests, paths: ['/contests', '/judging'] },
  { words: menuWords.messages, paths: ['/messages', '/deliveries'] },
  {
    words: menuWords.order,
    paths: ['/settings', '/competencies', '/templates', '/data-requests', '/audit'],
  },
  { words: menuWords.access, paths: ['/staff', '/sessions', '/tokens', '/api'] },
];

export type MenuGroup = { words: string; lines: { path: string; words: string }[] };

/** The menu of somebody who may see these; what no group names stands in the last one. */
export function menuOf(sections: readonly Section[]): MenuGroup[] {
  const lines = sections.flatMap(({ path, menu }) => (menu === undefined ? [] : [{ path, words: menu }]));
  const placed = groups.map(({ words, paths }) => ({
    words,
    lines: paths.flatMap((path) => lines.filter((line) => line.path === path)),
  }));
  const known = groups.flatMap(({ paths }) => paths);
  placed.at(-1)?.lines.push(...lines.filter(({ path }) => !known.includes(path)));
  return placed.filter((group) => group.lines.length > 0);
}
