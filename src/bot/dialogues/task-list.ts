import { toDay } from '../../domain/calendar/day.ts';
import type { Message } from '../../domain/messages/message.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { allTasksAction } from '../../domain/tasks/task-action.ts';
import { taskPage, tasksOnPage } from '../../texts/task-talk.ts';
import { renew } from './once.ts';
import type { KnownTalk, Talk } from './talk.ts';

/** «Мои задачи» of somebody just linked; `null` where there are none. */
export async function taskListMessage(
  talk: Talk,
  personId: string,
  programme: Programme | null,
): Promise<Message | null> {
  const today = programme === null ? talk.today : toDay(talk.at, programme.timeZone);
  const tasks = await talk.desk.tasks.tasksOf(personId, today);
  return tasks.length === 0 ? null : taskPage(tasks, today, 0);
}

export async function sayTasks(talk: KnownTalk): Promise<void> {
  talk.say(taskPage(await talk.desk.tasks.tasksOf(talk.person.id, talk.today), talk.today, 0));
}

/** `tasks`, or `tasks:2` for the second page. */
export async function pressTaskList(talk: KnownTalk, action: string): Promise<boolean> {
  const [topic, page = '1', ...rest] = action.split(':');
  if (topic !== allTasksAction || rest.length > 0 || !/^[1-9]\d{0,3}$/.test(page)) return false;
  const tasks = await talk.desk.tasks.tasksOf(talk.person.id, talk.today);
  const last = Math.max(0, Math.ceil(tasks.length / tasksOnPage) - 1);
  await renew(talk);
  talk.show(taskPage(tasks, talk.today, Math.min(Number(page) - 1, last)));
  return true;
}
