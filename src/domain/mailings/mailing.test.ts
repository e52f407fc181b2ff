import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft, checkReady, draftLimits, tidyMailing } from './check-draft.ts';
import { forecast, letterTo, wayTo } from './letter.ts';
import type { MailingDraft } from './mailing.ts';
import { finishedAt, portion } from './pace.ts';
import { readerText, unknownPlaceholders } from './reader-text.ts';

const draft: MailingDraft = {
  title: 'Семинар',
  text: 'Здравствуйте, {имя-отчество}!',
  namesOthers: false,
  otherText: null,
  audience: {
    roles: ['mentor'],
    organizationIds: [],
    applicationStates: [],
    pairStates: [],
    lacks: null,
    personIds: [],
  },
};
const open = (platform: string) => ({ platform, closedAt: null });
const closed = (platform: string) => ({ platform, closedAt: new Date(0) });

describe('a text for many', () => {
  it('speaks to each by name, also to whoever has no patronymic', () => {
    expect(readerText('{имя}! {имя-отчество}!', { name: 'Анна', patronymic: 'Ильинична' })).toBe(
      'Анна! Анна Ильинична!',
    );
    expect(readerText('{имя-отчество}!', { name: 'Анна', patronymic: '' })).toBe('Анна!');
  });

  it('keeps braces that mean nothing, and tells of slips in them', () => {
    expect(readerText('{дата}', { name: 'Анна', patronymic: '' })).toBe('{дата}');
    expect(unknownPlaceholders('{имя} {фамилия} {}')).toEqual(['фамилия']);
    for (const word of ['constructor', '__proto__', 'toString']) {
      expect(unknownPlaceholders(`{${word}}`)).toEqual([word]);
      expect(readerText(`{${word}}`, { name: 'Анна', patronymic: '' })).toBe(`{${word}}`);
    }
    expect(() => checkDraft({ ...draft, text: '{фамилия}' })).toThrow('placeholder-unknown');
    expect(() => checkDraft({ ...draft, otherText: '{отчество}' })).toThrow('placeholder-unknown');
  });

  it('is never filled in twice, whatever somebody is called', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), (name) => {
        expect(readerText('а{имя}б', { name, patronymic: '' })).toBe(`а${name}б`);
      }),
    );
  });

  it('is one message: too long a text is refused', () => {
    const text = 'а'.repeat(draftLimits.text);
    expect(() => checkDraft({ ...draft, text })).not.toThrow();
    expect(() => checkDraft({ ...draft, text: `${text}а` })).toThrow('mailing-too-long');
  });

  it('may be a draft without words or readers, but is not sent so', () => {
    const empty = { ...draft, text: '', audience: { ...draft.audience, roles: [] } };
    expect(() => checkDraft(empty)).not.toThrow();
    expect(() => checkReady({ ...draft, text: '' })).toThrow('mailing-empty');
    expect(() => checkReady({ ...empty, text: 'а' })).toThrow('mailing-to-nobody');
  });

  it('needs other words only where it names somebody', () => {
    expect(tidyMailing({ ...draft, otherText: ' Другое ' }).otherText).toBeNull();
    expect(tidyMailing({ ...draft, namesOthers: true, otherText: ' Другое ' }).otherText).toBe('Другое');
    expect(tidyMailing({ ...draft, namesOthers: true, otherText: '  ' }).otherText).toBeNull();
  });
});

describe('the way to a reader', () => {
  const reader = {
    accounts: [open('telegram'), open('vk')],
    preferred: 'telegram',
    paused: false,
    erasing: false,
  };
  const onlyVk = (platform: string) => platform === 'vk';

  it('is the preferred open chat', () => {
    expect(wayTo(reader, draft, onlyVk)).toEqual({ channel: open('telegram'), other: false });
    const shut = { ...reader, accounts: [closed('telegram'), open('vk')] };
    expect(wayTo(shut, draft, onlyVk)).toEqual({ channel: open('vk'), other: false });
  });

  it('never leads a name where none may stand', () => {
    const accounts = fc.array(
      fc.constantFrom(open('telegram'), open('vk'), closed('vk'), closed('telegram')),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(
        accounts,
        fc.option(fc.string()),
        fc.constantFrom('telegram', 'vk', null),
        (each, otherText, preferred) => {
          const way = wayTo(
            { ...reader, accounts: each, preferred },
            { namesOthers: true, otherText },
            onlyVk,
          );
          if ('skip' in way) return;
          expect(way.channel.closedAt).toBeNull();
          const words = letterTo(
            { name: 'Анна', patronymic: '' },
            { ...draft, text: 'Серова', namesOthers: true, otherText, files: [] },
            way.other,
          );
          if (way.channel.platform === 'telegram') expect(words).toEqual({ text: otherText });
          else expect(words.namesOthers).toBe(true);
        },
      ),
    );
  });

  it('is counted before anything leaves, each reader once', () => {
    const sum = forecast(
      [
        { ...reader, count: 3 },
        { ...reader, accounts: [open('telegram')], count: 2 },
        { ...reader, accounts: [], count: 5 },
        { ...reader, paused: true, count: 1 },
        { ...reader, erasing: true, paused: true, count: 1 },
      ],
      { namesOthers: true, otherText: 'Другое' },
      onlyVk,
    );
    expect(sum).toEqual({
      total: 12,
      byPlatform: { vk: 3, telegram: 2 },
      skipped: { 'no-channel': 5, paused: 1, erasing: 1 },
      otherText: 2,
    });
  });
});

describe('the time that is needed', () => {
  const time = {
    timeZone: 'Europe/Samara',
    workFrom: '09:00',
    workTo: '18:00',
    exceptions: new Map([['2022-03-21', false]]),
  };
  const local = (wall: string) => new Date(`${wall}:00+04:00`);

  it.each<[string, string, number, string]>([
    ['nobody', '2022-03-18T10:00', 0, '2022-03-18T10:00'],
    ['a few', '2022-03-18T10:00', 5, '2022-03-18T10:01'],
    ['a city', '2022-03-18T10:00', portion * 20, '2022-03-18T10:20'],
    ['a few at night', '2022-03-18T03:00', 5, '2022-03-18T09:01'],
    ['many on a Friday evening before a holiday', '2022-03-18T17:50', portion * 30, '2022-03-22T09:20'],
  ])('for %s is counted in working minutes', (_who, at, readers, ends) => {
    expect(finishedAt(time, local(at), readers)).toEqual(local(ends));
  });

  it('is unknown where nobody ever works', () => {
    expect(finishedAt({ ...time, workFrom: '18:00' }, local('2022-03-18T10:00'), 5)).toBeNull();
  });
});
