import { expect, test } from 'vitest';
import type { Form } from '../../domain/forms/form.ts';
import { limits } from '../../domain/messages/message.ts';
import {
  menteeForm,
  mentorForm,
  pupilForm,
  representativeForm,
  staffForm,
} from '../../domain/registration/forms.ts';
import { wordsOfForm } from './form-words.ts';

/** A chosen option is marked with a sign and a space. */
const mark = 2;

test.each<[string, Form]>(
  [mentorForm, menteeForm, pupilForm, representativeForm, staffForm].map((form) => [form.key, form]),
)('every question and option of the form %s has words that fit', (key, form) => {
  const words = wordsOfForm(key);
  for (const question of form.questions) {
    const said = words.questions[question.key];
    expect(said, question.key).toBeDefined();
    if (!('options' in question) || !('values' in question.options)) continue;
    for (const value of question.options.values) {
      const label = said?.options?.[value] ?? '';
      expect(label.length, `${question.key} ${value}`).toBeGreaterThan(0);
      expect(label.length + mark, label).toBeLessThanOrEqual(limits.label);
    }
  }
});
