import type { PostKey } from './post.ts';

/**
 * What goes on the community's wall. `link` is shown as a card below the text. `guid` is the same at each try of one
 * announcement: VK drops the double by it.
 */
export type WallText = { text: string; link?: string; guid: string };

export type PostingOutcome =
  | { kind: 'sent'; key: PostKey }
  /** It certainly did not happen; again not before `afterMs`. */
  | { kind: 'later'; code: string; afterMs: number }
  /** VK will not have it, and trying again changes nothing: a person has to post it by hand. */
  | { kind: 'refused'; code: string }
  /** The request left and no answer came: the same `guid` may be tried again. */
  | { kind: 'unknown'; code: string };

/** Posts in the name of the programme's community. Never throws for what VK or the network says. */
export type WallPoster = { post(text: WallText): Promise<PostingOutcome> };
