// Writes src/admin/web/api-types.ts from the OpenAPI document, in the shape that openapi-fetch reads. The usual generators
// need the compiler's old programming interface, which TypeScript 7 has no more.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { typesOf } from './openapi-types.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { openApiDocument } = await import('../dist/src/admin/api/document.js');
writeFileSync(`${root}src/admin/web/api-types.ts`, typesOf(await openApiDocument()));
process.exit(0);
