// Writes src/admin/web/api-types.ts from the OpenAPI document, in the shape that openapi-fetch reads. The usual generators
// need the compiler's old programming interface, which TypeScript 7 has no more.
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { typesOf } from './openapi-types.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
// Beside the packages that it needs; the document is made without anything behind it.
const outDir = `${root}node_modules/.api-document-${process.pid}`;
try {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: { ssr: 'src/admin/api/document.ts', outDir, emptyOutDir: true, target: 'node20' },
  });
  const { openApiDocument } = await import(`${outDir}/document.js`);
  writeFileSync(`${root}src/admin/web/api-types.ts`, typesOf(await openApiDocument()));
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
process.exit(0);
