import type { Programme } from '../programme/programme.ts';
import type { Power } from './powers.ts';
import type { Staff } from './staff.ts';

/** What a page of the panel knows of whoever looks at it. */
export type Self = {
  personId: string;
  surname: string;
  name: string;
  patronymic: string;
  programme: Pick<Programme, 'id' | 'name' | 'timeZone'>;
  appointments: { role: string; organizationId: string; organizationName: string }[];
  /** Everything they may do somewhere; empty until the second factor is passed. */
  powers: Power[];
  /** Over the whole city rather than an organization of theirs. */
  wholeCity: boolean;
  trusted: boolean;
  today: string;
};

export type SelfDesk = {
  /** For whoever has signed in, the second factor passed or not. */
  me(staff: Staff): Promise<Self>;
};
