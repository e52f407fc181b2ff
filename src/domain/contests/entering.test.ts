import { expect, test } from 'vitest';
import type { Contest } from './contest.ts';
import { checkPlaces, mayTakePart, organizationOf } from './entering.ts';
import type { Entry, EntryState } from './entry.ts';
import { usualTerms } from './terms.ts';
import { descriptionFault, workFileFault, workFindings } from './work.ts';

const terms = { ...usualTerms, perPerson: 2, perNomination: 1 };
const who = {
  personId: '1',
  programmeId: '1',
  appointments: [
    { role: 'mentee' as const, organizationId: '10' },
    { role: 'mentor' as const, organizationId: '20' },
  ],
};

test('one appointment has to fit in both, the part and the organization', () => {
  expect(mayTakePart(terms, { ...who, appointments: [] })).toBe(true);
  expect(mayTakePart({ ...terms, roles: ['mentor'] }, who)).toBe(true);
  expect(mayTakePart({ ...terms, roles: ['mentor'], organizationIds: ['10'] }, who)).toBe(false);
  expect(mayTakePart({ ...terms, organizationIds: ['30'] }, who)).toBe(false);
  expect(organizationOf({ ...terms, roles: ['mentor'] }, who)).toBe('20');
  expect(organizationOf(terms, { ...who, appointments: [] })).toBeNull();
});

const entry = (id: string, state: EntryState, nominationId = '1', personId = '1') =>
  ({ id, state, nominationId, personId }) as Entry;
const next = { personId: '1', nominationId: '1' };

test('what was handed in takes a place, and so does a draft of a team one has joined', () => {
  const enough = (entries: Entry[], exceptId?: string) => () =>
    checkPlaces({ terms }, entries, { ...next, ...(exceptId !== undefined && { exceptId }) });
  expect(enough([entry('1', 'draft'), entry('2', 'withdrawn'), entry('3', 'rejected')])).not.toThrow();
  expect(enough([entry('1', 'mending')])).toThrow('contest-enough-nomination');
  expect(enough([entry('1', 'mending')], '1')).not.toThrow();
  expect(enough([entry('1', 'draft', '1', '2')])).toThrow('contest-enough-nomination');
  expect(enough([entry('1', 'checking', '2'), entry('2', 'accepted', '3')])).toThrow('contest-enough');
});

test('files are documents, pictures, films and archives of 20 MB at most', () => {
  const fault = (name: string, size: number | null = 1000) => workFileFault({ name, size });
  expect(['урок.PDF', 'фото.heic', 'папка.zip', 'a.b.docx'].map((name) => fault(name))).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(['a.exe', 'a.pdf.js', 'без окончания', 'a.'].map((name) => fault(name))).toEqual([
    'kind',
    'kind',
    'kind',
    'kind',
  ]);
  expect(fault('фильм.mp4', 20 * 1024 * 1024)).toBeNull();
  expect(fault('фильм.mp4', 20 * 1024 * 1024 + 1)).toBe('too-big');
  expect(fault('фильм.mp4', null)).toBeNull();
});

test('a description is counted in signs as people see them', () => {
  const rules = { terms: { ...terms, work: { ...terms.work, description: { least: 3, most: 5 } } } };
  expect(descriptionFault(rules, ' 🌿🌿🌿 ')).toBeNull();
  expect(descriptionFault(rules, 'аб')).toEqual({ length: 2, least: 3, most: 5 });
  expect(descriptionFault(rules, 'абвгде')).toMatchObject({ length: 6 });
});

test('a file that never came and a team too small are to be mended', () => {
  const contest = { terms: { ...terms, team: { allowed: true, least: 2, most: 3 } } } as Contest;
  const codes = (work: { link: string | null; teamName: string | null }, files: string[], members = 1) =>
    workFindings(
      contest,
      work,
      files.map((state) => ({ name: 'а.pdf', state })),
      members,
    ).map(({ code }) => code);
  expect(codes({ link: null, teamName: null }, ['wanted'])).toEqual([]);
  expect(codes({ link: null, teamName: null }, ['failed'])).toEqual(['file-lost']);
  expect(codes({ link: null, teamName: null }, [])).toEqual(['work-empty']);
  expect(codes({ link: 'https://a.ru', teamName: 'Искра' }, [])).toEqual(['team-too-small']);
  expect(codes({ link: 'https://a.ru', teamName: 'Искра' }, [], 2)).toEqual([]);
});
