import { questionAt } from '../../domain/forms/flow.ts';
import { menuOf } from '../../texts/menu.ts';
import type { Talk } from '../dialogues/talk.ts';
import { askConsent } from './consent-step.ts';
import { questionMessage } from './question-message.ts';
import type { Scene } from './scene.ts';
import { summaryMessage } from './summary-message.ts';

/** Asks where the run stands, in a message of its own. `lead` goes before: why it is asked again. */
export async function ask(
  scene: Scene,
  { lead = null, fresh = false }: { lead?: string | null; fresh?: boolean } = {},
): Promise<void> {
  const question = questionAt(scene.form, scene.run.step);
  if (question?.kind === 'consent') return askConsent(scene, question, { lead, fresh });
  const message =
    question === null ? await summaryMessage(scene) : await questionMessage(scene, question, { fresh });
  scene.talk.say(lead === null ? message : { ...message, text: `${lead}\n\n${message.text}` });
}

/**
 * The keys that asked for the phone stay under the chat until others come. A press tells that there were none: its
 * platform shows buttons instead.
 */
export function restoreMenu({ talk, form }: Scene, left: string, text: string): void {
  if (questionAt(form, left)?.kind !== 'phone' || /^(press|page)$/.test(talk.incoming.event.kind)) return;
  talk.say({ text, menu: menuFor(talk) });
}

function menuFor({ visitor }: Talk): string[][] | 'hide' {
  return visitor.person === null ? 'hide' : menuOf(visitor.appointments);
}
