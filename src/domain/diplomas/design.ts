import type { Signature } from './diploma.ts';

export const orientations = ['portrait', 'landscape'] as const;
/** Dark enough to be read on white, and printed on a black-and-white printer. */
export const accents = ['navy', 'burgundy', 'green', 'bronze', 'graphite'] as const;
/** `none`: for a background that has a frame of its own. */
export const frames = ['lines', 'corners', 'braid', 'none'] as const;
/** How weighty a line of the text is. */
export const lineStyles = ['plain', 'strong', 'small', 'name'] as const;
/** The whole page, or a small picture above the heading. */
export const picturePlaces = ['background', 'emblem'] as const;

export type Orientation = (typeof orientations)[number];
export type Accent = (typeof accents)[number];
export type Frame = (typeof frames)[number];
export type LineStyle = (typeof lineStyles)[number];
export type PicturePlace = (typeof picturePlaces)[number];

export type DesignLine = { style: LineStyle; text: string };

/**
 * What staff set of a diploma. Texts may hold fields, see `readLine`. Number, place, date, QR code and the address for
 * checking are printed by themselves.
 */
export type DiplomaDesign = {
  orientation: Orientation;
  accent: Accent;
  frame: Frame;
  /** Small, above the heading: who gives it. */
  above: string;
  heading: string;
  /** Below the heading: «победителя». */
  under: string;
  lines: readonly DesignLine[];
  signatures: readonly Signature[];
  /** A stored PNG or JPEG that `checkPicture` has let through. */
  picture: { fileId: string; place: PicturePlace } | null;
};

export const designLimits = { heading: 60, text: 300, lines: 14, signatures: 3, signature: 160 } as const;
