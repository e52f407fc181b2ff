import type { TemplateKind } from '../../domain/documents/fields.ts';

export const templateNames: Readonly<Record<TemplateKind, string>> = {
  'pair-order': 'Приказ о закреплении пар',
  'mentor-base': 'База наставников',
  'mentee-base': 'База наставляемых',
  'personal-programme': 'Персонализированная программа',
  consent: 'Согласие',
};
