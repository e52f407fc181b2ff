import { addDays } from '../../domain/calendar/day.ts';
import type { Message } from '../../domain/messages/message.ts';
import { named } from '../../domain/messages/named.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { TaskCard } from '../../domain/tasks/task.ts';
import { parseTaskAction } from '../../domain/tasks/task-action.ts';
import { fullName, shortName } from '../../texts/people.ts';
import { words } from '../../texts/talk.ts';
import {
  doneMessage,
  handedBack,
  handedBackForCoordinator,
  reallyNotMine,
  snoozed,
  snoozedWord,
  taskName,
  taskRefused,
} from '../../texts/task-talk.ts';
import { taskCardMessage } from '../../texts/tasks.ts';
import { isFirstPress, renew } from './once.ts';
import { awaitResult } from './result.ts';
import { noteTask } from './staff-act.ts';
import type { KnownTalk } from './talk.ts';
import { sayTasks } from './task-list.ts';

const snoozeDays = 3;

/** The buttons of one task, wherever they stood: under a reminder, a card or a list. */
export async function pressTask(talk: KnownTalk, action: string): Promise<boolean> {
  const confirmed = /^hand-back:([1-9]\d{0,17})$/.exec(action)?.[1];
  const pressed =
    confirmed === undefined ? parseTaskAction(action) : { verb: 'hand-back', taskId: confirmed };
  if (pressed === null) return false;
  const task = await talk.desk.tasks.taskOf(talk.person.id, pressed.taskId);
  if (task === null) {
    talk.toast(words.foreignTask);
    await sayTasks(talk);
    return true;
  }
  try {
    await answers[pressed.verb]?.(talk, task);
  } catch (error) {
    const refused = error instanceof Refusal ? taskRefused(error.code) : null;
    if (refused === null) throw error;
    talk.toast(refused);
    talk.show(cardFor(talk, { ...task, ...(await talk.desk.tasks.taskOf(talk.person.id, task.id)) }));
  }
  return true;
}

const answers: Record<string, (talk: KnownTalk, task: TaskCard) => Promise<void>> = {
  async show(talk, task) {
    await renew(talk);
    talk.show(cardFor(talk, task));
  },

  async done(talk, task) {
    if (!(await isFirst(talk))) return;
    const completionId = await talk.desk.tasks.complete(talk.person.id, task.id, talk.at);
    await noteTask(talk, task, 'task.completed');
    talk.toast(words.done);
    talk.show(doneMessage(taskName(task), task.dueOn === null));
    awaitResult(talk, completionId, taskName(task));
  },

  async later(talk, task) {
    const until = addDays(talk.today, snoozeDays);
    await talk.desk.tasks.snooze(talk.person.id, task.id, until, talk.at);
    talk.toast(snoozedWord(until));
    talk.show(snoozed(taskName(task), until));
  },

  async 'not-mine'(talk, task) {
    await renew(talk);
    talk.show(reallyNotMine(taskName(task), task.id));
  },

  async 'hand-back'(talk, task) {
    if (!(await isFirst(talk))) return;
    const { coordinatorIds } = await talk.desk.tasks.handBack(talk.person.id, task.id, talk.at);
    await noteTask(talk, task, 'task.handed-back');
    for (const id of coordinatorIds) {
      await talk.tell(id, (mayNameOthers) =>
        handedBackForCoordinator(task, mayNameOthers ? shortName(talk.person) : ''),
      );
    }
    talk.toast(words.done);
    talk.show(handedBack(taskName(task)));
  },
};

async function isFirst(talk: KnownTalk): Promise<boolean> {
  const first = await isFirstPress(talk);
  if (!first) talk.toast(words.already);
  return first;
}

function cardFor(talk: KnownTalk, task: TaskCard): Message {
  return named(talk.mayNameOthers, (mayNameOthers) =>
    taskCardMessage(task, talk.today, { fullName: fullName(talk.person), mayNameOthers }),
  );
}
