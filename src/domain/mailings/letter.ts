import type { Message } from '../messages/message.ts';
import type { ChatAccount, MayNameOthers, Platform } from '../people/channel.ts';
import type { Person } from '../people/person.ts';
import type { Mailing, MailingForecast, SkipReason } from './mailing.ts';
import { readerText } from './reader-text.ts';

/** What decides whether and where somebody is written to. */
export type Reader<Account extends Pick<ChatAccount, 'platform' | 'closedAt'> = ChatAccount> = {
  accounts: readonly Account[];
  preferred: Platform | null;
  paused: boolean;
  erasing: boolean;
};

export type Way<Account> = { channel: Account; other: boolean } | { skip: SkipReason };

/**
 * The channel that carries the whole text, be it not the preferred one; else the preferred one with the other text; else none. A channel
 * that may not name others never gets text or files that may.
 */
export function wayTo<Account extends Pick<ChatAccount, 'platform' | 'closedAt'>>(
  { accounts, preferred, paused, erasing }: Reader<Account>,
  { namesOthers, otherText }: Pick<Mailing, 'namesOthers' | 'otherText'>,
  mayNameOthers: MayNameOthers,
): Way<Account> {
  if (erasing) return { skip: 'erasing' };
  if (paused) return { skip: 'paused' };
  const best = (from: readonly Account[]) => {
    const open = from.filter(({ closedAt }) => closedAt === null);
    return open.find(({ platform }) => platform === preferred) ?? open[0] ?? null;
  };
  const any = best(accounts);
  if (any === null) return { skip: 'no-channel' };
  if (!namesOthers) return { channel: any, other: false };
  const whole = best(accounts.filter(({ platform }) => mayNameOthers(platform)));
  if (whole !== null) return { channel: whole, other: false };
  return otherText === null ? { skip: 'names-others' } : { channel: any, other: true };
}

export function letterTo(
  person: Pick<Person, 'name' | 'patronymic'>,
  mailing: Pick<Mailing, 'text' | 'otherText' | 'namesOthers' | 'files'>,
  other: boolean,
): Message {
  if (other) return { text: readerText(mailing.otherText ?? '', person) };
  return {
    text: readerText(mailing.text, person),
    ...(mailing.files.length > 0 && { files: mailing.files.map(({ id }) => id) }),
    ...(mailing.namesOthers && { namesOthers: true }),
  };
}

/** Readers who are alike count together. */
export function forecast(
  readers: readonly (Reader<Pick<ChatAccount, 'platform' | 'closedAt'>> & { count: number })[],
  mailing: Pick<Mailing, 'namesOthers' | 'otherText'>,
  mayNameOthers: MayNameOthers,
): MailingForecast {
  const sum: MailingForecast = { total: 0, byPlatform: {}, skipped: {}, otherText: 0 };
  for (const { count, ...reader } of readers) {
    const way = wayTo(reader, mailing, mayNameOthers);
    sum.total += count;
    if ('skip' in way) sum.skipped[way.skip] = (sum.skipped[way.skip] ?? 0) + count;
    else {
      const { platform } = way.channel;
      sum.byPlatform[platform] = (sum.byPlatform[platform] ?? 0) + count;
      if (way.other) sum.otherText += count;
    }
  }
  return sum;
}
