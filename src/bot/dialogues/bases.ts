import { bases } from '../../domain/bases/city-base.ts';
import { baseFileName } from '../../texts/bases.ts';
import { baseInChat } from '../../texts/page-bases.ts';
import { words } from '../../texts/talk.ts';
import { isFirstPress } from './once.ts';
import { isStaff, offerPage } from './page.ts';
import type { KnownTalk } from './talk.ts';

/** `apply:base:mentors`: the base as a file, as far as it is this person's; it is filled when it is sent. */
export async function pressBase(talk: KnownTalk, action: string): Promise<boolean> {
  const base = bases.find((each) => action === `apply:base:${each}`);
  if (base === undefined || !isStaff(talk)) return false;
  if (!talk.mayNameOthers) {
    await offerPage(talk, 'staff');
    return true;
  }
  if (!(await isFirstPress(talk))) {
    talk.toast(words.pressed);
    return true;
  }
  const { desk, person, at, today } = talk;
  const recipe = { document: 'base', base, staffId: person.id, at: at.toISOString() } as const;
  const fileId = await desk.files.document(recipe, baseFileName(base, today), null);
  talk.toast(words.done);
  talk.say({ text: baseInChat(base), files: [fileId] });
  return true;
}
