import { expect, test } from 'vitest';
import type { Contest } from '../../domain/contests/contest.ts';
import type { Entry } from '../../domain/contests/entry.ts';
import { usualTerms } from '../../domain/contests/terms.ts';
import { entryCard } from './entry-cards.ts';

const moment = { at: new Date('2022-03-15T08:00:00Z'), timeZone: 'Europe/Samara' };
const contest = {
  kind: 'post',
  title: 'Мой наставник',
  state: 'announced',
  opensAt: new Date('2022-03-01T00:00:00Z'),
  closesAt: new Date('2022-04-01T00:00:00Z'),
  terms: usualTerms,
  nominations: [],
} as unknown as Contest;
const nothing = { post: null, link: null, teamName: null, nominationId: null };
const card = (changed: Partial<Entry>, mayName: boolean) => {
  const entry = {
    id: '1',
    title: '',
    findings: [],
    checkTrouble: null,
    reason: '',
    ...nothing,
    ...changed,
  } as Entry;
  const facts = {
    isAuthor: true,
    files: [],
    mentor: null,
    team: 1,
    outcome: null,
    comments: [],
    diplomas: [],
  };
  return entryCard({ entry, contest }, facts, moment, mayName).text;
};

test('why staff gave a work back or turned it down is told only where others may be named', () => {
  const reason = 'Текст Соколовой М. И.';
  expect(card({ state: 'mending', reason }, true)).toContain('вернул работу, почему: Текст Соколовой М. И.');
  expect(card({ state: 'rejected', reason }, true)).toContain('Почему: Текст Соколовой М. И.');
  expect(card({ state: 'rejected', reason }, false)).toContain('Почему: можно узнать у куратора');
  expect(card({ state: 'mending', reason }, false)).not.toContain('Соколовой');
});

test('whose post went to its author reads why the work is out', () => {
  const findings = [{ code: 'post-claimed', facts: {} }];
  expect(card({ state: 'withdrawn', findings }, true)).toContain('подал её автор');
  expect(card({ state: 'withdrawn', findings: [] }, true)).not.toContain('автор');
});
