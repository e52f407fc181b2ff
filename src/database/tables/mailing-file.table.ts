import { EntitySchema } from 'typeorm';

export type MailingFileRow = {
  mailingId: string;
  fileId: string;
  position: number;
};

export const mailingFileTable = new EntitySchema<MailingFileRow>({
  name: 'mailing_file',
  columns: {
    mailingId: { type: 'bigint', primary: true, foreignKey: { target: 'mailing' } },
    fileId: { type: 'bigint', primary: true, foreignKey: { target: 'stored_file' } },
    position: { type: 'int' },
  },
  indices: [{ name: 'mailing_file_file', columns: ['fileId'] }],
});
