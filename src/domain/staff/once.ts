/** A call that creates something, told apart from its own repetition. */
export type CallKey = {
  /** What the caller named it by (`Idempotency-Key`). */
  key: string;
  /** Of the method, the path and everything sent: the same key for something else is a fault. */
  requestHash: string;
};

export type OnceBook = {
  /**
   * Does `work` and keeps what it answers, in one transaction; for a repeated call the answer of the first one. Somebody
   * who repeats it while the first is under way waits for it. `Refusal('key-used-otherwise')`.
   */
  once<Answer>(
    personId: string,
    call: CallKey | null,
    at: Date,
    work: () => Promise<Answer>,
  ): Promise<Answer>;
};
