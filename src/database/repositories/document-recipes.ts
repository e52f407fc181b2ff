import type { DocumentRecipe } from '../../domain/files/document.ts';
import type { Sql } from '../sql.ts';

/** Documents of ours whose bytes nobody has needed yet. */
export function createDocumentRecipes(sql: Sql) {
  return {
    /** `null`: no document of ours, or rendered already. */
    async wanted(fileId: string): Promise<DocumentRecipe | null> {
      const [row] = await sql.query<{ recipe: DocumentRecipe | null }>(
        `select recipe from stored_file where id = $1 and state = 'wanted'`,
        [fileId],
      );
      return row?.recipe ?? null;
    },
  };
}
