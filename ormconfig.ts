import { DataSource } from 'typeorm';
import { configOfProcess } from './src/config.ts';
import { ensureServer } from './src/database/embedded/server.ts';
import { dataSourceOptions } from './src/database/options.ts';

const { databaseUrl, dataDir } = configOfProcess();
const words = (fields: object, text: string) => console.error(text, fields);

/** The embedded server is adopted, or started and left for the next one who needs it: TypeORM gives us no end to stop it at. */
async function embeddedUrl(): Promise<string> {
  return (await ensureServer({ dataDir, log: { info: words, warn: words, error: words } })).url;
}

/** For the TypeORM command line: `npm run typeorm -- migration:show`. */
export default new DataSource(dataSourceOptions(databaseUrl ?? (await embeddedUrl())));
