/**
 * Key of a messenger, as in the table `platform` ("telegram", "vk"). A plain string on purpose: a further
 * platform is a folder in bot, a line in app.ts and a row, not a change of types everywhere.
 */
export type Platform = string;

/**
 * Whether messages through a platform may name anybody but their reader: 149-ФЗ, art. 10 parts 8–10, forbids state and
 * municipal bodies to pass personal data through foreign messengers.
 */
export type MayNameOthers = (platform: Platform) => boolean;

/** A chat account the bot has met. Identity is (platform, accountId), never a name or nickname. */
export type ChatAccount = {
  id: string;
  platform: Platform;
  accountId: string;
  /** Where to write: equals the account on both platforms today, kept apart because MAX differs. */
  chatId: string;
  /** `null` until an invitation links the account. */
  personId: string | null;
  /** Set when the platform says that this person can't be written to; cleared when they write again. */
  closedAt: Date | null;
};

/** The channel to use for a person: the preferred platform if open, else the most recently used open one. */
export function channelOf(accounts: readonly ChatAccount[], preferred: Platform | null): ChatAccount | null {
  const open = accounts.filter((account) => account.closedAt === null);
  return open.find((account) => account.platform === preferred) ?? open[0] ?? null;
}
