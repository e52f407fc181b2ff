import type { Message } from '../../domain/messages/message.ts';
import { named } from '../../domain/messages/named.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { TaskCard } from '../../domain/tasks/task.ts';
import type { TaskHistory } from '../../domain/tasks/task-history.ts';
import { controlCard } from '../../texts/control.ts';
import type { KnownTalk } from './talk.ts';

export type ControlledTask = { task: TaskCard; history: TaskHistory };

/** A task with its history, for coordinators: `Refusal('not-coordinator' | 'task-unknown')`. */
export async function controlledTask(talk: KnownTalk, taskId: string): Promise<ControlledTask> {
  const history = await talk.desk.tasks.historyOf(talk.person.id, taskId);
  const task = await talk.desk.tasks.taskOf(talk.person.id, taskId);
  if (task === null) throw new Refusal('task-unknown');
  return { task, history };
}

export async function controlCardOf(talk: KnownTalk, taskId: string): Promise<Message> {
  const { task, history } = await controlledTask(talk, taskId);
  return named(talk.mayNameOthers, (mayName) => controlCard(task, history, talk.today, mayName));
}
