import type { DiplomaAward, DiplomaKind } from './diploma.ts';

export type OwnDiploma = {
  id: string;
  kind: DiplomaKind;
  award: DiplomaAward | null;
  number: string;
  code: string;
};

/** `namesOthers`: the title of the work or the team's name may name somebody besides the reader. */
export type DiplomaFile = { fileId: string; namesOthers: boolean };

/** A person's papers as they ask for them in the chat. Bound to one transaction. */
export type DiplomaShelf = {
  /**
   * Live ones for this work, or those for the contest as a whole that belong to no work; none before the results are published.
   */
  ofPerson(personId: string, work: { contestId: string; entryId: string }): Promise<OwnDiploma[]>;
  /** To be sent along; printed anew where it is gone. `null` of somebody else's, or a revoked one. */
  file(personId: string, diplomaId: string): Promise<DiplomaFile | null>;
};
