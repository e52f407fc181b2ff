import type { paths } from '../../api-types.ts';

export type Rule =
  paths['/api/settings/reminder-rules']['get']['responses'][200]['content']['application/json']['items'][number];

export const rulesKey = ['settings', 'rules'] as const;

export type RuleForm = {
  anchor: 'opens' | 'due' | 'quarter';
  offsetDays: number;
  repeatDays: number | null;
  audience: 'responsible' | 'responsible-and-coordinator';
  active: boolean;
};
