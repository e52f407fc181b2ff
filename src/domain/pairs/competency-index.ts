/** Words and phrases that mean the same when people look for each other. */
export type SynonymGroup = readonly string[];

/**
 * What mentors say they can do, made to be asked in other people's words: forms of words, synonyms and slips of typing do
 * not hide a line.
 */
export type CompetencyIndex = {
  /**
   * How well each line answers the request, above 0 and up to 1; lines that share nothing or hardly anything with it are
   * absent. Keys are lines as they were given.
   */
  match(request: string): ReadonlyMap<string, number>;
};

export type IndexCompetencies = (
  lines: Iterable<string>,
  synonyms: readonly SynonymGroup[],
) => CompetencyIndex;
