import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type ResultInput, taskState } from '../../domain/tasks/task.ts';
import { buttons, words } from '../../texts/talk.ts';
import {
  doneMessage,
  nothingToAttachTo,
  taskName,
  taskRefused,
  tasksOnPage,
  whichTask,
} from '../../texts/task-talk.ts';
import { isLink, resultsIn, takeResults } from './result.ts';
import { noteTask } from './staff-act.ts';
import type { KnownTalk } from './talk.ts';
import { sayTasks } from './task-list.ts';

/** A document sent in answer to a reminder, without pressing «Готово»: kept until they say which task it is for. */
const name = 'loose-result';
/** Nobody sorts more at once; the row stays small. */
const mostKept = 30;

export async function hearLooseResult(talk: KnownTalk, event: IncomingEvent): Promise<boolean> {
  const kept = keptIn(talk);
  const handedIn =
    event.kind === 'files' || (event.kind === 'text' && (kept.length > 0 || isLink(event.text)));
  const results = handedIn ? resultsIn(talk.incoming.platform, event) : [];
  if (results.length === 0) return false;
  const tasks = await talk.desk.tasks.tasksOf(talk.person.id, talk.today);
  const current = tasks.filter((task) => taskState(task, talk.today) !== 'upcoming').slice(0, tasksOnPage);
  if (current.length === 0) {
    talk.say({ text: nothingToAttachTo(), buttons: [[buttons.ask]] });
    return true;
  }
  const all = [...kept, ...results].slice(-mostKept);
  talk.turn({ name, step: 'choose', data: { results: all } });
  talk.say(whichTask(current, talk.today, all.length));
  return true;
}

/** `attach:<task>`. */
export async function pressLooseResult(talk: KnownTalk, action: string): Promise<boolean> {
  const taskId = /^attach:([1-9]\d{0,17})$/.exec(action)?.[1];
  if (taskId === undefined) return false;
  const results = keptIn(talk);
  const task = await talk.desk.tasks.taskOf(talk.person.id, taskId);
  if (results.length === 0 || task === null) {
    talk.toast(results.length === 0 ? words.oldButton : words.foreignTask);
    await sayTasks(talk);
    return true;
  }
  try {
    const completionId = await talk.desk.tasks.complete(talk.person.id, taskId, talk.at);
    await noteTask(talk, task, 'task.completed', { results: results.length });
    talk.toast(words.done);
    talk.show(doneMessage(taskName(task), task.dueOn === null));
    await takeResults(talk, { completionId, taskName: taskName(task), count: 0 }, results);
  } catch (error) {
    const refused = error instanceof Refusal ? taskRefused(error.code) : null;
    if (refused === null) throw error;
    talk.toast(refused);
    await sayTasks(talk);
  }
  return true;
}

function keptIn(talk: KnownTalk): ResultInput[] {
  const state = talk.state();
  return state?.name === name ? (state.data.results as ResultInput[]) : [];
}
