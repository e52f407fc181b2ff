import type { LinkedInvitation } from '../people/invitation.ts';
import type { Person } from '../people/person.ts';
import type { Base } from './city-base.ts';
import type { CellFault } from './read-base.ts';

/** On whose behalf a base is read or written: somebody of the staff, or whoever runs the command line of this city. */
export type BaseActor = { staffId: string } | { programmeId: string };

/** How far somebody's bases reach: a city or, for curators, their organizations. */
export type BaseScope = { programmeId: string; organizationIds: readonly string[] | null };

/**
 * The bases as spreadsheets. `Refusal('may-not-decide')` for whoever is neither coordinator nor curator;
 * what is read may be refused by `document-broken`, `document-too-big`, `document-encrypted` and `base-columns-missing`.
 */
export type BaseDesk = {
  /** An empty sheet with headings, an example and the values that may stand in it. */
  template(base: Base, actor: BaseActor): Promise<Uint8Array>;
  /** Everybody who takes part: coordinators get the city, curators their organizations. */
  export(base: Base, actor: BaseActor): Promise<Uint8Array>;
  /** Nothing is stored unless every row is right or `onlyGood` is wished. */
  import(
    base: Base,
    actor: BaseActor,
    bytes: Uint8Array,
    options: { onlyGood: boolean },
  ): Promise<BaseImport>;
};

export type BaseImport = {
  stored: ImportedPerson[];
  /** Rows of people who are known in that organization already, or stand in the sheet twice: left out. */
  duplicates: { number: number; names: string }[];
  faults: CellFault[];
  /** The invitations to hand out, as a sheet; `null` where nobody was stored. They can't be had again. */
  invitations: Uint8Array | null;
};

export type ImportedPerson = {
  /** Of the row. */
  number: number;
  person: Person;
  organizationName: string;
  invitation: LinkedInvitation;
};
