import type { Form } from '../forms/form.ts';

/** What may be published where, chosen by the person; silence is no consent (152-ФЗ art. 10.1). */
export const distributionForm: Form = {
  key: 'distribution',
  version: 1,
  questions: [
    {
      key: 'what',
      kind: 'many-of',
      options: { values: ['names', 'work', 'photo', 'video', 'materials', 'awards'] },
    },
    {
      key: 'where',
      kind: 'many-of',
      options: { values: ['office-site', 'organization-site', 'vk', 'collections', 'press'] },
    },
    { key: 'conditions', kind: 'long-text', max: 1000, optional: true },
    { key: 'agreement', kind: 'consent', consent: 'distribution' },
  ],
};
