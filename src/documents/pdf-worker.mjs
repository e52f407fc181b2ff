// Lays out one sheet after the other with pdfmake. Plain JavaScript: a worker is started from the file as it is.
import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { parentPort } from 'node:worker_threads';
import pdfmake from 'pdfmake';

const require = createRequire(import.meta.url);
const fonts = require('pdfmake/fonts/Roboto.js');
const fontFolder = `${dirname(fonts.Roboto.normal)}${sep}`;

/** Below it there is no room for a heading and two lines of text. */
const lowestHeading = 0.9;

pdfmake.setFonts(fonts);
// Whatever a document says, nothing is fetched and nothing but our fonts is read.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(fontFolder) && !path.includes('..'));

parentPort.on('message', async (sheet) => {
  try {
    const bytes = new Uint8Array(await pdfmake.createPdf(definitionOf(sheet)).getBuffer());
    parentPort.postMessage({ product: bytes }, [bytes.buffer]);
  } catch (error) {
    // The name of the fault only: messages of the layout may quote the text.
    parentPort.postMessage({ fault: error instanceof Error ? error.name : 'Error' });
  }
});

function definitionOf({ definition, footer, pageLine }) {
  const { pageMargins } = definition;
  return {
    ...definition,
    footer: (page, pages) => ({
      margin: [pageMargins[0], 16, pageMargins[2], 0],
      fontSize: 8,
      color: '#555555',
      columns: [
        { text: footer, width: '*' },
        {
          text: pageLine.replace('{page}', String(page)).replace('{pages}', String(pages)),
          width: 90,
          alignment: 'right',
        },
      ],
    }),
    // A heading alone at the foot of a page is worse than a shorter page.
    pageBreakBefore: ({ headlineLevel, startPosition }) =>
      headlineLevel === 1 && startPosition.verticalRatio > lowestHeading,
  };
}
