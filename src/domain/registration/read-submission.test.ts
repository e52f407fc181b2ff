import { describe, expect, test } from 'vitest';
import type { Answers } from '../forms/form.ts';
import { Refusal } from '../refusal.ts';
import { mayBeMinor, neededConsents } from './needed-consents.ts';
import { readSubmission } from './read-submission.ts';
import { isSameName } from './same-name.ts';

const mentor: Answers = {
  surname: 'Орлова-Чайкина',
  name: 'Анна',
  patronymic: null,
  organization: '5',
  post: 'учитель',
  phone: '+79120000001',
  skills: { chosen: ['1'], own: ['шахматы'] },
};

describe('readSubmission', () => {
  test('keeps apart what is the person’s and what is said for this application', () => {
    expect(readSubmission('mentor', mentor, '9')).toEqual({
      role: 'mentor',
      organizationId: '5',
      person: {
        surname: 'Орлова-Чайкина',
        name: 'Анна',
        patronymic: '',
        phone: '+79120000001',
        birthYear: null,
      },
      answers: { organization: '5', post: 'учитель', skills: { chosen: ['1'], own: ['шахматы'] } },
      duplicateOf: '9',
    });
  });

  test('a pupil says as whom they take part, staff which office they hold', () => {
    expect(readSubmission('pupil', { ...mentor, as: 'mentee', 'birth-year': 2009 })).toMatchObject({
      role: 'mentee',
      person: { birthYear: 2009 },
    });
    expect(readSubmission('staff', { ...mentor, role: 'deputy-head' }).role).toBe('deputy-head');
  });

  test('no form makes anybody what it is not meant for', () => {
    for (const [form, answers] of [
      ['pupil', { ...mentor, as: 'head' }],
      ['staff', { ...mentor, role: 'mentor' }],
      ['staff', { ...mentor, role: 'coordinator' }],
      ['mentor', { ...mentor, organization: null }],
    ] as const) {
      expect(() => readSubmission(form, answers)).toThrow(Refusal);
    }
  });
});

describe('needed consents', () => {
  test('those who take part consent to two things, staff to one, and a representative for whoever is under 18', () => {
    expect(neededConsents('mentor', false)).toEqual({
      giver: 'self',
      kinds: ['personal-data', 'participation'],
    });
    expect(neededConsents('mentee', true).giver).toBe('representative');
    expect(neededConsents('curator', false).kinds).toEqual(['personal-data']);
  });

  test('the whole year in which somebody turns 18 counts as before', () => {
    expect([2003, 2004, 2005, null].map((born) => mayBeMinor(born, 2022))).toEqual([false, true, true, true]);
  });
});

describe('isSameName', () => {
  const names = (surname: string, name = 'Пётр', patronymic = 'Ильич') => ({ surname, name, patronymic });

  test('forgives case, ё, spaces, kinds of dashes and a patronymic that was not given', () => {
    expect(isSameName(names('Семёнов – Тянь'), names(' семенов-тянь ', 'ПЕТР'))).toBe(true);
    expect(isSameName(names('Орлов'), names('Орлов', 'Петр', ''))).toBe(true);
  });

  test('tells people apart', () => {
    expect(isSameName(names('Орлов'), names('Орлова'))).toBe(false);
    expect(isSameName(names('Орлов'), names('Орлов', 'Пётр', 'Иванович'))).toBe(false);
    expect(isSameName(names('', ''), names('', ''))).toBe(false);
  });
});
