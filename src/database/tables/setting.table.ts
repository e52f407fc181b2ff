import { EntitySchema } from 'typeorm';

export type SettingRow = {
  key: string;
  value: unknown;
};

export const settingTable = new EntitySchema<SettingRow>({
  name: 'setting',
  columns: {
    key: { type: 'text', primary: true },
    value: { type: 'jsonb' },
  },
});
