import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consentKinds } from '../domain/consents/consent.ts';
import { limits, type Message } from '../domain/messages/message.ts';
import { named } from '../domain/messages/named.ts';
import type { DueConsent } from '../domain/reminders/consent-reminders.ts';
import { withConsents } from './consent-reminder.ts';
import { reminderMessage } from './reminders.ts';

const anna = { surname: 'Кропачева', name: 'Анна', patronymic: 'Игоревна' };

function consent(changes: Partial<DueConsent> = {}): DueConsent {
  return {
    id: '1',
    taskId: null,
    textId: '3',
    subjectId: '7',
    ruleKey: 'consent',
    dueOn: '2022-03-01',
    kind: 'participation',
    title: 'Согласие на участие в программе',
    pupil: null,
    outdated: false,
    newest: true,
    wanted: true,
    answered: false,
    ...changes,
  };
}

test('a missing consent is named and has its button', () => {
  const message = reminderMessage(anna, [], '2022-03-01', true, [consent()]);
  expect(message.text).toBe(
    'Анна Игоревна, здравствуйте!\n\n✍️ Нужно ваше согласие:\n• Согласие на участие в программе',
  );
  expect(message.buttons).toEqual([
    [{ label: '✍️ участие в программе', action: 'consent:give:3:7', tone: 'primary' }],
  ]);
});

test('what everything else rests on is asked for first', () => {
  const due = [consent(), consent({ id: '2', kind: 'personal-data', title: 'Согласие на обработку' })];
  const { text } = reminderMessage(anna, [], '2022-03-01', true, due);
  expect(text).toContain('• Согласие на обработку\n• Согласие на участие');
});

test('whoever gave an earlier version is told that the text has changed', () => {
  const message = reminderMessage(anna, [], '2022-03-01', true, [consent({ outdated: true })]);
  expect(message.text).toContain('(новый текст)');
  expect(message.text).toContain('Прежнее согласие пока действует');
});

test('a pupil is named only where the channel may carry names', () => {
  const forPupil = [consent({ pupil: { surname: 'Ушакова', name: 'Полина', patronymic: '' } })];
  const put = (mayName: boolean) => reminderMessage(anna, [], '2022-03-01', mayName, forPupil);
  expect(named(true, put)).toMatchObject({ namesOthers: true });
  expect(JSON.stringify(named(true, put))).toContain('Ушакова П.');
  expect(JSON.stringify(named(false, put))).not.toContain('Ушаков');
  expect(named(false, put).text).toContain('за ребёнка');
});

test('many consents share one button that lists them', () => {
  const many = Array.from({ length: 8 }, (_, index) => consent({ textId: String(index) }));
  const message = reminderMessage(anna, [], '2022-03-01', true, many);
  expect(message.text).toContain('…и ещё 2');
  expect(message.buttons).toEqual([[{ label: '✍️ Согласия', action: 'consent:list' }]]);
});

test('whatever they are added to, the limits of both platforms hold', () => {
  const words = fc.string({ unit: fc.constantFrom('а', 'Щ', ' ', '😀', '\n'), maxLength: 3000 });
  const consents = fc.array(
    fc.record({
      title: words,
      kind: fc.constantFrom(...consentKinds),
      outdated: fc.boolean(),
      pupil: fc.option(fc.record({ surname: words, name: words, patronymic: words })),
    }),
    { maxLength: 12 },
  );
  const keyboard = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 5 }).filter((rows) => {
    const count = rows.reduce((sum, each) => sum + each, 0);
    return count <= limits.buttons - 1;
  });
  fc.assert(
    fc.property(words, keyboard, consents, fc.boolean(), (text, rows, changes, mayName) => {
      const message: Message = {
        text: `Здравствуйте! ${text}`,
        buttons: rows.map((count) => Array.from({ length: count }, () => ({ label: 'x', action: 'x' }))),
      };
      const all = withConsents(message, changes.map(consent), mayName);
      expect(all.text.length).toBeLessThanOrEqual(limits.text);
      const buttons = all.buttons ?? [];
      expect(buttons.length).toBeLessThanOrEqual(limits.buttonRows);
      expect(buttons.flat().length).toBeLessThanOrEqual(limits.buttons);
      for (const { label } of buttons.flat()) expect(label.length).toBeLessThanOrEqual(limits.label);
    }),
    { numRuns: 100 },
  );
});
