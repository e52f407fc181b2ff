import { forecast } from '../domain/mailings/letter.ts';
import type { Mailing } from '../domain/mailings/mailing.ts';
import type { AudienceQuery, MailingBook } from '../domain/mailings/mailing-book.ts';
import type { MailingPreview } from '../domain/mailings/mailing-desk.ts';
import { finishedAt } from '../domain/mailings/pace.ts';
import { readerText } from '../domain/mailings/reader-text.ts';
import type { MayNameOthers } from '../domain/people/channel.ts';
import { exampleReader } from '../texts/panel/mailings.ts';
import type { Look } from './desk-work.ts';
import { workingTimeOf } from './mailing-views.ts';

const sampleSize = 10;

/** Everybody a mailing means now, as far as its author's word reaches. */
export function groupOf({ at, today }: Look, mailing: Mailing): AudienceQuery {
  const { programmeId, organizationIds, audience } = mailing;
  return { programmeId, within: organizationIds, audience, today, at };
}

/** What would happen if it were sent now. */
export async function previewOf(
  look: Look,
  book: MailingBook,
  mailing: Mailing,
  mayNameOthers: MayNameOthers,
): Promise<MailingPreview> {
  const group = groupOf(look, mailing);
  const counted = forecast(await book.readers(group), mailing, mayNameOthers);
  const sample = await book.sample(group, sampleSize);
  const reached = Object.values(counted.byPlatform).reduce((sum, each) => sum + each, 0);
  const reader = sample[0] ?? exampleReader;
  return {
    forecast: counted,
    finishesAt: finishedAt(await workingTimeOf(look), look.at, reached),
    sample: sample.map(({ id, surname, name, patronymic }) => ({
      id,
      name: [surname, name, patronymic].filter((each) => each !== '').join(' '),
    })),
    shown: {
      reader: [reader.name, reader.patronymic].filter((each) => each !== '').join(' '),
      text: readerText(mailing.text, reader),
      otherText: mailing.otherText === null ? null : readerText(mailing.otherText, reader),
    },
  };
}
