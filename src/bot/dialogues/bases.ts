import { bases } from '../../domain/bases/city-base.ts';
import { needsSecondFactor } from '../../domain/staff/staff.ts';
import { baseFileName, baseInChat } from '../../texts/bases.ts';
import { words } from '../../texts/talk.ts';
import { isFirstPress } from './once.ts';
import { isStaff, offerPanel } from './panel.ts';
import { noteAct } from './staff-act.ts';
import type { KnownTalk } from './talk.ts';

/**
 * `apply:base:mentors`: the base of a curator's own organization as a file, filled when it is sent. Whoever sees the whole
 * city is sent to the panel, which asks them twice who they are.
 */
export async function pressBase(talk: KnownTalk, action: string): Promise<boolean> {
  const base = bases.find((each) => action === `apply:base:${each}`);
  if (base === undefined || !isStaff(talk)) return false;
  if (!talk.mayNameOthers || needsSecondFactor(talk.visitor.appointments)) {
    offerPanel(talk, 'bases');
    return true;
  }
  if (!(await isFirstPress(talk))) {
    talk.toast(words.pressed);
    return true;
  }
  const { desk, person, at, today } = talk;
  const recipe = { document: 'base', base, staffId: person.id, at: at.toISOString() } as const;
  const fileId = await desk.files.document(recipe, baseFileName(base, today), null);
  // Phones stand in it: who took it along is part of it.
  await noteAct(talk, { action: 'base.exported', subject: { kind: 'base', id: base } });
  talk.toast(words.done);
  talk.say({ text: baseInChat(base), files: [fileId] });
  return true;
}
