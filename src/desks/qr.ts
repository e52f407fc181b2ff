import { toString as drawQr, toBuffer } from 'qrcode';

/** Black on white whatever the theme: cameras want it so. */
export function qrOf(text: string): Promise<string> {
  return drawQr(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
}

/** As a picture for a chat, large enough for a camera a step away. */
export async function qrPicture(text: string): Promise<Uint8Array> {
  return toBuffer(text, { type: 'png', errorCorrectionLevel: 'M', margin: 4, width: 600 });
}
