import { expect, test } from 'vitest';
import { contestLimits } from '../../domain/contests/contest-settings.ts';
import { contestTemplates, settingsFrom, type TemplateKey } from '../../domain/contests/templates.ts';
import { announcementText } from './announcement.ts';
import { contestCancelled } from './cancelled.ts';
import { templateWords } from './templates.ts';

const timeZone = 'Europe/Samara';
const told = (key: TemplateKey) => {
  const { kind } = contestTemplates[key];
  const settings = settingsFrom(contestTemplates[key], templateWords[key](2022), 2022, timeZone);
  return { kind, settings };
};

test('an announcement names nominations with their hashtags, and the days of taking part', () => {
  const { kind, settings } = told('my-mentor');
  const text = announcementText(kind, settings, timeZone);
  expect(text).toContain('Начинаем конкурс: «Мой наставник» — 2022');
  expect(text).toContain('— Мой наставник: #МойНаставник2022');
  expect(text).toContain('Приём работ с 1 февраля 2022 по 30 ноября 2022 включительно.');
});

test('of an event it says when and where', () => {
  const { kind, settings } = told('intellectual-game');
  const event = { ...settings.terms.event, place: 'Дом культуры', link: 'https://example.org' };
  const text = announcementText(kind, { ...settings, terms: { ...settings.terms, event } }, timeZone);
  expect(text).toContain(
    'Когда: 25 октября 2022, 14:00. Запись с 1 октября 2022 по 20 октября 2022 включительно.',
  );
  expect(text).toContain('Где: Дом культуры. https://example.org');
});

test('what staff have written themselves stands as it is, and nothing is longer than a message', () => {
  const { kind, settings } = told('my-mentor');
  expect(announcementText(kind, { ...settings, announcement: 'Своё' }, timeZone)).toBe('Своё');
  const long = { ...settings, summary: 'ы'.repeat(contestLimits.summary) };
  expect(announcementText(kind, long, timeZone).length).toBe(contestLimits.announcement);
});

test('a channel that may name nobody hears no reason why a contest was called off', () => {
  expect(contestCancelled({ title: 'Дебют', kind: 'post' }, 'заболела Мицкевич', false).text).not.toContain(
    'Мицкевич',
  );
  expect(contestCancelled({ title: 'Дебют', kind: 'post' }, 'заболела Мицкевич', true)).toMatchObject({
    namesOthers: true,
  });
  expect(contestCancelled({ title: '«Дебют» — 2022', kind: 'post' }, 'карантин', false).text).toContain(
    'Конкурс «Дебют» — 2022 отменён.',
  );
});
