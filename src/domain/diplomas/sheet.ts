import type { Accent, Frame, LineStyle, Orientation, PicturePlace } from './design.ts';
import type { Signature } from './diploma.ts';

/** One paper with every word filled in: texts say what stands there, `documents` how it looks. Data only. */
export type DiplomaSheet = {
  /** The name of the file's properties. */
  title: string;
  author: string;
  /** The day it was given: the same sheet is the same bytes whenever it is printed. */
  issuedOn: string;
  orientation: Orientation;
  accent: Accent;
  frame: Frame;
  above: string;
  heading: string;
  under: string;
  lines: readonly { style: LineStyle; text: string }[];
  signatures: readonly Signature[];
  /** At the foot: «№ МН-2022-0001», «Глазов, 25 марта 2022 г.» */
  number: string;
  placeAndDate: string;
  /** What stands between the QR code and the address that it holds. */
  checkWords: string;
  checkUrl: string;
  picturePlace: PicturePlace | null;
};
