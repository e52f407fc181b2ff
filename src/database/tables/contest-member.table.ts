import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type ContestMemberRow = {
  id: string;
  entryId: string;
  personId: string;
  role: string;
  joinedAt: Date;
  leftAt: Date | null;
  attendedAt: Date | null;
  attendedBy: string | null;
  attendanceWay: string | null;
  ticket: string | null;
};

export const contestMemberTable = new EntitySchema<ContestMemberRow>({
  name: 'contest_member',
  columns: {
    id: identity,
    entryId: { type: 'bigint', foreignKey: { target: 'contest_entry' } },
    personId: { type: 'bigint', foreignKey: { target: 'person' } },
    role: { type: 'text', default: 'member' },
    joinedAt: { type: 'timestamptz' },
    leftAt: { type: 'timestamptz', nullable: true },
    attendedAt: { type: 'timestamptz', nullable: true },
    attendedBy: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    attendanceWay: { type: 'text', nullable: true },
    ticket: { type: 'text', nullable: true },
  },
  checks: [
    { name: 'contest_member_role_check', expression: "(role = ANY (ARRAY['author', 'member']))" },
    {
      name: 'contest_member_attendance_way_check',
      expression: "(attendance_way = ANY (ARRAY['qr', 'list']))",
    },
  ],
  uniques: [{ name: 'contest_member_ticket', columns: ['ticket'] }],
  indices: [
    {
      name: 'contest_member_live',
      columns: ['entryId', 'personId'],
      unique: true,
      where: '(left_at IS NULL)',
    },
    { name: 'contest_member_person', columns: ['personId'] },
  ],
});
