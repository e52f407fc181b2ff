import { toString as drawQr } from 'qrcode';

/** Black on white whatever the theme: cameras want it so. */
export function qrOf(text: string): Promise<string> {
  return drawQr(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
}
