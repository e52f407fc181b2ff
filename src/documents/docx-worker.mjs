// Fills templates and reads their fields with easy-template-x. Plain JavaScript: a worker is started from the file as it is.
import { parentPort } from 'node:worker_threads';
import { Docx, LoopPlugin, TemplateHandler, TextPlugin } from 'easy-template-x';

// Words and repetitions alone: no pictures, links or raw XML can come out of what is filled in.
const handler = new TemplateHandler({ plugins: [new LoopPlugin(), new TextPlugin()], maxXmlDepth: 60 });

parentPort.on('message', async (order) => {
  try {
    if (order.kind === 'fields') {
      await refuseLoneBraces(order.template);
      const tags = await handler.parseTags(Buffer.from(order.template));
      const product = tags.map(({ name, disposition, rawText }) => ({ name, disposition, raw: rawText }));
      parentPort.postMessage({ product });
      return;
    }
    const filled = await handler.process(Buffer.from(order.template), order.data);
    const product = new Uint8Array(filled);
    parentPort.postMessage({ product }, [product.buffer]);
  } catch (error) {
    // What a template says may stand in the answer, what is filled in may not: messages quote only tags.
    parentPort.postMessage({ fault: faultOf(error) });
  }
});

/** The library overlooks a brace that is never opened, and one that is still open at the end of a part. */
async function refuseLoneBraces(template) {
  const docx = await Docx.load(Buffer.from(template));
  for (const part of await docx.getContentParts()) {
    const text = await part.getText();
    let open = -1;
    for (const { 0: brace, index } of text.matchAll(/[{}]/gu)) {
      if ((brace === '{') === open >= 0) throw new LoneBrace(text.slice(Math.max(0, index - 30), index + 10));
      open = brace === '{' ? index : -1;
    }
    if (open >= 0) throw new LoneBrace(text.slice(open));
  }
}

class LoneBrace extends Error {
  constructor(near) {
    super('a brace without its other half');
    this.tagRawText = near;
  }
}

function faultOf(error) {
  if (!(error instanceof Error)) return 'Error';
  const about = error.tagRawText ?? error.openDelimiterText ?? error.closeDelimiterText;
  return about === undefined ? error.name : `${error.constructor.name} ${String(about).slice(0, 60)}`;
}
