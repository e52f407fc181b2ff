import { describe, expect, it } from 'vitest';
import { type ConflictPair, conflictOf, type EntryPerson } from './conflict.ts';

const juror = { personId: '1', organizationIds: ['10', '11'] };
const author: EntryPerson = { personId: '2', part: 'author' };
const mentor: EntryPerson = { personId: '3', part: 'mentor' };
const conflict = (
  people: readonly EntryPerson[],
  organizations: readonly string[] = [],
  pairs: readonly ConflictPair[] = [],
) => conflictOf(juror, people, organizations, pairs);

describe('a juror', () => {
  it('may judge an entry they have nothing to do with', () => {
    const strangers = [
      { mentorId: '7', menteeIds: ['2'] },
      { mentorId: '1', menteeIds: ['8'] },
    ];
    expect(conflict([author, mentor], ['12'], strangers)).toBe(null);
  });

  it('may not judge what they have made, alone or with others', () => {
    expect(conflict([{ personId: '1', part: 'author' }])).toBe('own-entry');
    expect(conflict([author, { personId: '1', part: 'member' }])).toBe('own-entry');
  });

  it('may not judge a post about themselves', () => {
    expect(conflict([author, { personId: '1', part: 'mentor' }])).toBe('named-mentor');
  });

  it('may not judge anybody of their pair, on either side or among mentees', () => {
    expect(conflict([author], [], [{ mentorId: '1', menteeIds: ['2'] }])).toBe('pair');
    expect(conflict([author], [], [{ mentorId: '2', menteeIds: ['5', '1'] }])).toBe('pair');
    expect(conflict([author], [], [{ mentorId: '5', menteeIds: ['1', '2'] }])).toBe('pair');
  });

  it('may not judge a post about their mentor', () => {
    expect(conflict([author, mentor], [], [{ mentorId: '3', menteeIds: ['1'] }])).toBe('pair');
  });

  it('may not judge an entry of any of their organizations', () => {
    expect(conflict([author], ['12', '11'])).toBe('organization');
  });

  it('is told the nearest tie of several', () => {
    const pairs = [{ mentorId: '1', menteeIds: ['2'] }];
    expect(conflict([author], ['10'], pairs)).toBe('pair');
    expect(conflict([author, { personId: '1', part: 'mentor' }], ['10'], pairs)).toBe('named-mentor');
    expect(conflict([author, { personId: '1', part: 'mentor' }, { personId: '1', part: 'member' }])).toBe(
      'own-entry',
    );
  });
});
