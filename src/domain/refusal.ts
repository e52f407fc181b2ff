/**
 * An expected "no": a rule of the programme stood in the way. Carries a code and the facts for its
 * sentence; the wording lives in texts, the HTTP status in admin.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(code: string, facts: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.facts = facts;
  }
}
