import { createHash } from 'node:crypto';
import {
  cardInReach,
  fileOfTask,
  itemOfTask,
  namesOf,
  responsibleFor,
  takeTurn,
} from '../database/repositories/task-control.ts';
import { historyOf } from '../database/repositories/task-history.ts';
import { listTasks } from '../database/repositories/task-list.ts';
import { storeResult } from '../database/repositories/task-results.ts';
import { completeTask, note, reopenTask, waiveTask } from '../database/repositories/task-settling.ts';
import { createUploadBook } from '../database/repositories/upload-book.ts';
import { sniff } from '../domain/files/sniff.ts';
import { type FileContent, FileTrouble } from '../domain/files/stored-file.ts';
import { Refusal } from '../domain/refusal.ts';
import { taskState } from '../domain/tasks/task.ts';
import {
  type HandedIn,
  outcomeFor,
  type Reminded,
  readHandedIn,
  type TaskDesk,
  type TaskView,
} from '../domain/tasks/task-desk.ts';
import { reminderMessage } from '../texts/reminders.ts';
import { reopenedMessage } from '../texts/task-talk.ts';
import { type DeskDeps, type Look, staffLook, staffWork, type Work } from './desk-work.ts';
import { namesShown, withoutPeople } from './names-shown.ts';

export function createTaskDesk(deps: DeskDeps): TaskDesk {
  return {
    list: (staff, filter, query) =>
      staffLook(deps, staff, 'tasks:read', async ({ sql, reach, today }) => {
        const { total, items } = await listTasks(sql, reach, filter, query, today);
        return { total, items: withoutPeople(staff, items) };
      }),
    view: (staff, taskId) => staffLook(deps, staff, 'tasks:read', (look) => viewOf(look, taskId)),
    complete: (staff, taskId, results, call) => {
      const given = readHandedIn(results);
      return staffWork(deps, staff, 'tasks:write', (work) =>
        work.once(call, async () => ({ id: await complete(work, taskId, given) })),
      );
    },
    waive: (staff, taskId, reason) =>
      staffWork(deps, staff, 'tasks:control', async (work) => {
        const { sql, at } = work;
        await waiveTask(sql, taskId, reading(work, taskId), { by: staff.personId, at, reason });
        await noteTask(work, taskId, 'task.waived');
        return viewOf(work, taskId);
      }),
    reopen: (staff, taskId) => staffWork(deps, staff, 'tasks:control', (work) => reopen(work, taskId)),
    remind: (staff, taskId) => staffWork(deps, staff, 'tasks:control', (work) => remind(work, taskId)),
    async file(staff, taskId, fileId) {
      const isThere = await staffLook(deps, staff, 'tasks:read', async (look) => {
        await cardOf(look, taskId);
        return fileOfTask(look.sql, taskId, fileId);
      });
      const file = isThere ? await deps.files.read(fileId) : null;
      if (file === null) throw new Refusal('file-unknown');
      return file;
    },
  };
}

const reading =
  ({ sql, reach }: Look, taskId: string) =>
  () =>
    cardInReach(sql, reach, taskId);

async function cardOf({ sql, reach }: Look, taskId: string) {
  const card = await cardInReach(sql, reach, taskId);
  if (card === null) throw new Refusal('task-unknown');
  return card;
}

async function viewOf(look: Look, taskId: string): Promise<TaskView> {
  const { sql, today, staff } = look;
  const { people: _, occurrenceId: __, ...card } = await cardOf(look, taskId);
  const item = await itemOfTask(sql, taskId);
  if (item === null) throw new Refusal('task-unknown');
  const responsible = await responsibleFor(sql, taskId, today);
  const history = await historyOf(sql, taskId);
  const state = taskState(card, today);
  const view = { ...card, ...item, state, responsible, history };
  return namesShown(staff) ? view : withoutNames(view);
}

function withoutNames(view: TaskView): TaskView {
  const nameless = <Row extends { person: string | null }>(rows: readonly Row[]): Row[] =>
    rows.map((row) => ({ ...row, person: null }));
  const { completions, events } = view.history;
  return {
    ...view,
    responsible: nameless(view.responsible),
    history: { completions: nameless(completions), events: nameless(events) },
  };
}

async function noteTask(work: Work, taskId: string, action: string, after: Record<string, unknown> = {}) {
  const { organizationId, dueOn } = await cardOf(work, taskId);
  await work.note({
    action,
    subject: { kind: 'task', id: taskId },
    organizationId,
    after: { dueOn, ...after },
  });
}

async function complete(work: Work, taskId: string, { texts, links, files }: HandedIn): Promise<string> {
  const { sql, staff, at } = work;
  const completionId = await completeTask(sql, taskId, reading(work, taskId), { by: staff.personId, at });
  const handing = { personId: staff.personId, taskId, completionId, at };
  for (const text of texts) await storeResult(sql, handing, { kind: 'text', text });
  for (const url of links) await storeResult(sql, handing, { kind: 'link', url });
  for (const file of files) {
    const fileId = await createUploadBook(sql).keep(staff.personId, kept(file));
    await storeResult(sql, handing, { kind: 'stored', fileId });
  }
  await noteTask(work, taskId, 'task.completed', { results: texts.length + links.length + files.length });
  return completionId;
}

/** The type is told by the bytes; the sender's word for it is never believed. */
function kept({ name, bytes }: FileContent): FileContent & { sha256: string } {
  try {
    return {
      name,
      mime: sniff(name, bytes),
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
  } catch (error) {
    throw error instanceof FileTrouble ? new Refusal('file-refused', { why: error.code }) : error;
  }
}

async function reopen(work: Work, taskId: string): Promise<TaskView> {
  const { sql, staff, at, today, tell } = work;
  const responsibleIds = await reopenTask(sql, taskId, reading(work, taskId), { by: staff.personId, at });
  const task = await cardOf(work, taskId);
  for (const personId of responsibleIds) {
    await tell(personId, (mayNameOthers) => reopenedMessage(task, today, mayNameOthers));
  }
  await noteTask(work, taskId, 'task.reopened');
  return viewOf(work, taskId);
}

async function remind(work: Work, taskId: string): Promise<Reminded[]> {
  const { sql, today, at, tell } = work;
  const task = await cardOf(work, taskId);
  if (task.withdrawnAt !== null) throw new Refusal('task-withdrawn');
  if (task.waivedAt !== null) throw new Refusal('task-waived');
  if (task.doneAt !== null) throw new Refusal('task-done');
  const responsible = await responsibleFor(sql, taskId, today);
  if (responsible.length === 0) throw new Refusal('task-unheld');
  const people = await namesOf(
    sql,
    responsible.map(({ personId }) => personId),
  );
  const outcomes: Reminded[] = [];
  for (const each of responsible) {
    const { personId } = each;
    const person = people.find(({ id }) => id === personId);
    let outcome = outcomeFor(each);
    if (outcome === 'told' && person !== undefined) {
      const line = { task, about: 'own' as const };
      if (!(await takeTurn(sql, { taskId, personId, today, at }))) outcome = 'told-today';
      else await tell(personId, (mayName) => reminderMessage(person, [line], today, mayName));
    }
    outcomes.push({ personId, person: namesShown(work.staff) ? each.person : null, outcome });
  }
  const told = outcomes.filter(({ outcome }) => outcome === 'told').length;
  // Who presses again and again changes nothing.
  if (told === 0) return outcomes;
  await note(sql, {
    taskId,
    personId: work.staff.personId,
    kind: 'reminded',
    facts: { told: String(told), of: String(outcomes.length) },
    at,
  });
  await noteTask(work, taskId, 'task.reminded', { told, of: outcomes.length });
  return outcomes;
}
