import { named } from '../../domain/messages/named.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type ControlAction, parseControlAction } from '../../domain/tasks/control-action.ts';
import {
  controlWords,
  donePageMessage,
  enclosed,
  latePageMessage,
  reallyReopen,
} from '../../texts/control.ts';
import { withoutNames } from '../../texts/summary.ts';
import { words } from '../../texts/talk.ts';
import { reopenedMessage, taskRefused, tasksOnPage } from '../../texts/task-talk.ts';
import { type ControlledTask, controlCardOf, controlledTask } from './control-card.ts';
import { isFirstPress, renew } from './once.ts';
import { noteTask } from './staff-act.ts';
import { summaryFor } from './summary.ts';
import type { KnownTalk } from './talk.ts';
import { sayTasks } from './task-list.ts';
import { askReason, keepTask } from './waiver.ts';

/** What coordinators look up and decide: lists of what is done and late, and the tasks in them. */
export async function pressControl(talk: KnownTalk, action: string): Promise<boolean> {
  const pressed = parseControlAction(action);
  if (pressed === null) return false;
  try {
    await obey(talk, pressed);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await refuse(talk, pressed, error);
  }
  return true;
}

async function refuse(talk: KnownTalk, pressed: ControlAction, refusal: Refusal): Promise<void> {
  const refused = taskRefused(refusal.code);
  if (refused === null) throw refusal;
  talk.toast(refused);
  const hidden = refusal.code === 'not-coordinator' || refusal.code === 'task-unknown';
  if (hidden || !('taskId' in pressed)) await sayTasks(talk);
  else talk.show(await controlCardOf(talk, pressed.taskId));
}

async function obey(talk: KnownTalk, pressed: ControlAction): Promise<void> {
  if ('taskId' in pressed) {
    const found = await controlledTask(talk, pressed.taskId);
    if (pressed.verb === 'files') await bring(talk, found, pressed.page - 1);
    else await answers[pressed.verb](talk, found);
    return;
  }
  await renew(talk);
  if (pressed.verb === 'summary') talk.show(await summaryFor(talk));
  else if (pressed.verb === 'done') await showDone(talk, pressed.page - 1);
  else await showLate(talk, pressed.page - 1);
}

async function showDone(talk: KnownTalk, page: number): Promise<void> {
  const done = await talk.desk.tasks.donePage(talk.person.id, page, tasksOnPage);
  talk.show(named(talk.mayNameOthers, (mayName) => donePageMessage(done, talk.today, mayName)));
}

async function showLate(talk: KnownTalk, page: number): Promise<void> {
  const all = await talk.desk.tasks.summary(talk.person.id, talk.today);
  talk.show(
    named(talk.mayNameOthers, (mayName) =>
      latePageMessage(mayName ? all : all.map(withoutNames), page, talk.today),
    ),
  );
}

type TaskVerb = Exclude<Extract<ControlAction, { taskId: string }>['verb'], 'files'>;

const answers: Record<TaskVerb, (talk: KnownTalk, found: ControlledTask) => Promise<void>> = {
  async open(talk, found) {
    // A second press must not send the files twice.
    if (!(await isFirst(talk))) return;
    talk.show(await controlCardOf(talk, found.task.id));
    sayEnclosed(talk, found, 0);
  },

  card: showCard,

  async waive(talk, { task }) {
    await renew(talk);
    askReason(talk, task);
  },

  async keep(talk, found) {
    keepTask(talk, found.task.id);
    await showCard(talk, found);
  },

  async reopen(talk, { task }) {
    await renew(talk);
    talk.show(reallyReopen(task));
  },

  async return(talk, { task: { id } }) {
    if (!(await isFirst(talk))) return;
    const { responsibleIds } = await talk.desk.tasks.reopen(talk.person.id, id, talk.at);
    talk.toast(controlWords.reopened);
    talk.show(await controlCardOf(talk, id));
    const { task } = await controlledTask(talk, id);
    await noteTask(talk, task, 'task.reopened');
    for (const personId of responsibleIds) {
      await talk.tell(personId, (mayName) => reopenedMessage(task, talk.today, mayName));
    }
  },
};

async function showCard(talk: KnownTalk, { task }: ControlledTask): Promise<void> {
  await renew(talk);
  talk.show(await controlCardOf(talk, task.id));
}

async function bring(talk: KnownTalk, found: ControlledTask, page: number): Promise<void> {
  if (await isFirst(talk)) sayEnclosed(talk, found, page);
}

/** What was handed in may name people as well as any text of ours. */
function sayEnclosed(talk: KnownTalk, { task, history }: ControlledTask, page: number): void {
  if (!talk.mayNameOthers) return;
  for (const message of enclosed(task, history, page)) talk.say(message);
}

async function isFirst(talk: KnownTalk): Promise<boolean> {
  const first = await isFirstPress(talk);
  if (!first) talk.toast(words.pressed);
  return first;
}
