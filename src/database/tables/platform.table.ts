import { EntitySchema } from 'typeorm';

export type PlatformRow = {
  key: string;
  name: string;
};

export const platformTable = new EntitySchema<PlatformRow>({
  name: 'platform',
  columns: {
    key: { type: 'text', primary: true },
    name: { type: 'text' },
  },
});
