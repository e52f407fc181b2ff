import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { TaskCard } from '../../domain/tasks/task.ts';
import { askWaiver, controlWords, stillReason } from '../../texts/control.ts';
import { taskRefused } from '../../texts/task-talk.ts';
import { controlCardOf, controlledTask } from './control-card.ts';
import { noteTask } from './staff-act.ts';
import type { KnownTalk } from './talk.ts';
import { sayTasks } from './task-list.ts';

/** «Снять с контроля»: the next words are the reason. */
const name = 'waive';

/** One question for each task, in place of its card: pressing twice asks once. */
export function askReason(talk: KnownTalk, task: TaskCard): void {
  talk.turn({ name, step: 'reason', data: { taskId: task.id } });
  talk.toast(controlWords.reason);
  talk.show(askWaiver(task));
}

/** «Не снимать»: of this task only, whatever else was begun since. */
export function keepTask(talk: KnownTalk, taskId: string): void {
  if (waivedIn(talk) === taskId) talk.turn(null);
}

/** `false` while no reason is awaited. */
export async function hearReason(talk: KnownTalk, event: IncomingEvent): Promise<boolean> {
  const taskId = waivedIn(talk);
  if (taskId === null) return false;
  try {
    const reason = event.kind === 'text' ? event.text : '';
    await talk.desk.tasks.waive(talk.person.id, taskId, reason, talk.at);
    await noteTask(talk, (await controlledTask(talk, taskId)).task, 'task.waived');
    talk.turn(null);
    const card = await controlCardOf(talk, taskId);
    talk.say({ ...card, text: `${controlWords.waived}.\n\n${card.text}` });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'reason-empty') talk.say(stillReason(taskId));
    else await giveUp(talk, error);
  }
  return true;
}

async function giveUp(talk: KnownTalk, refusal: Refusal): Promise<void> {
  const refused = taskRefused(refusal.code);
  if (refused === null) throw refusal;
  talk.turn(null);
  talk.say({ text: `${refused}.` });
  await sayTasks(talk);
}

function waivedIn(talk: KnownTalk): string | null {
  const state = talk.state();
  return state?.name === name ? String(state.data.taskId) : null;
}
