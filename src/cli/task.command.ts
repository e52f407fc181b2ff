import { defineCommand } from 'citty';
import { createOutbox } from '../database/repositories/delivery-outbox.ts';
import { createPeopleBook } from '../database/repositories/people-book.ts';
import { createProgrammeBook } from '../database/repositories/programme-book.ts';
import { createStoredFileBook } from '../database/repositories/stored-file-book.ts';
import { cardInProgramme, cardsOfProgramme } from '../database/repositories/task-cards.ts';
import { historyOf } from '../database/repositories/task-history.ts';
import { reopenTask, waiveTask } from '../database/repositories/task-settling.ts';
import type { Sql } from '../database/sql.ts';
import { type Day, toDay } from '../domain/calendar/day.ts';
import { nightLeft } from '../domain/calendar/working-time.ts';
import { channelOf } from '../domain/people/channel.ts';
import { Refusal } from '../domain/refusal.ts';
import { type TaskCard, taskState } from '../domain/tasks/task.ts';
import { storedFiles } from '../domain/tasks/task-history.ts';
import {
  fileSaved,
  noTasks,
  nothingToSave,
  reopenedLine,
  taskReport,
  taskRow,
  waivedLine,
} from '../texts/task-lines.ts';
import { reopenedMessage } from '../texts/task-talk.ts';
import { chooseOrganization, given, isNumber, programmeArg } from './choose.ts';
import { checkFlags, needed } from './flags.ts';
import { inProgramme } from './in-programme.ts';
import type { Note } from './note-cli.ts';
import { saveFiles } from './save-files.ts';

type Staff = { sql: Sql; programmeId: string; at: Date; today: Day; note: Note };

const idArg = { id: { type: 'positional', required: false, description: 'Номер задачи' } } as const;

async function asStaff(
  key: string | undefined,
  work: (staff: Staff) => Promise<readonly string[]>,
): Promise<void> {
  await inProgramme(key, async (sql, programmeId, at, note) => {
    const programme = (await createProgrammeBook(sql).list()).find(({ id }) => id === programmeId);
    const today = toDay(at, programme?.timeZone ?? 'UTC');
    const lines = await work({ sql, programmeId, at, today, note });
    return lines.join('\n');
  });
}

function readId(value: string | undefined): string {
  const id = given(value, 'номер задачи');
  if (!isNumber(id)) throw new Refusal('task-number-wrong', { value: id });
  return id;
}

async function taskOf({ sql, programmeId }: Staff, id: string): Promise<TaskCard> {
  const task = await cardInProgramme(sql, programmeId, id);
  if (task === null) throw new Refusal('task-unknown', { id });
  return task;
}

async function noteTask(
  { note }: Staff,
  { id, organizationId, dueOn }: TaskCard,
  action: string,
): Promise<void> {
  await note({ action, subject: { kind: 'task', id }, organizationId, after: { dueOn } });
}

const listArgs = {
  late: { type: 'boolean', default: false, description: 'Только просроченные' },
  organization: { type: 'string', description: 'Одной организации: любая часть названия, «шк 3»' },
  ...programmeArg,
} as const;

const listCommand = defineCommand({
  meta: { name: 'list', description: 'Задачи по организациям' },
  args: listArgs,
  async run({ args }) {
    checkFlags(args, listArgs, 0);
    await asStaff(args.programme, async ({ sql, programmeId, today }) => {
      const { organization } = args;
      const place =
        organization === undefined ? null : await chooseOrganization(sql, programmeId, organization);
      const tasks = await cardsOfProgramme(sql, programmeId, place?.id ?? null);
      const shown = args.late ? tasks.filter((task) => taskState(task, today) === 'late') : tasks;
      return shown.length === 0 ? [noTasks()] : shown.map((task) => taskRow(task, today));
    });
  },
});

const showArgs = {
  ...idArg,
  save: { type: 'string', description: 'Сохранить присланные файлы в эту папку' },
  ...programmeArg,
} as const;

const showCommand = defineCommand({
  meta: { name: 'show', description: 'Задача: что сдано и что с ней было' },
  args: showArgs,
  async run({ args }) {
    checkFlags(args, showArgs, 1);
    const id = readId(args.id);
    const folder = args.save === undefined ? null : needed('save', args.save);
    await asStaff(args.programme, async (staff) => {
      const task = await taskOf(staff, id);
      const history = await historyOf(staff.sql, id);
      const report = taskReport(task, history, staff.today);
      if (folder === null) return [report];
      const paths = await saveFiles(createStoredFileBook(staff.sql), storedFiles(history), folder);
      return [report, '', ...(paths.length === 0 ? [nothingToSave()] : paths.map(fileSaved))];
    });
  },
});

const waiveArgs = {
  ...idArg,
  reason: { type: 'string', description: 'Почему' },
  ...programmeArg,
} as const;

const waiveCommand = defineCommand({
  meta: { name: 'waive', description: 'Снять задачу с контроля' },
  args: waiveArgs,
  async run({ args }) {
    checkFlags(args, waiveArgs, 1);
    const id = readId(args.id);
    const reason = needed('reason', args.reason).trim();
    await asStaff(args.programme, async (staff) => {
      const read = () => cardInProgramme(staff.sql, staff.programmeId, id);
      await waiveTask(staff.sql, id, read, { by: null, reason, at: staff.at });
      const task = await taskOf(staff, id);
      await noteTask(staff, task, 'task.waived');
      return [waivedLine(task, reason)];
    });
  },
});

const reopenArgs = { ...idArg, ...programmeArg };

const reopenCommand = defineCommand({
  meta: { name: 'reopen', description: 'Вернуть выполненную или снятую задачу в работу' },
  args: reopenArgs,
  async run({ args }) {
    checkFlags(args, reopenArgs, 1);
    const id = readId(args.id);
    await asStaff(args.programme, async (staff) => {
      const read = () => cardInProgramme(staff.sql, staff.programmeId, id);
      const responsible = await reopenTask(staff.sql, id, read, { by: null, at: staff.at });
      const task = await taskOf(staff, id);
      await noteTask(staff, task, 'task.reopened');
      const told = await tell(staff, task, responsible);
      return [reopenedLine(task, told, responsible.length - told)];
    });
  },
});

/**
 * Writes to those who have an open chat, at night in the morning, and returns how many they are. Names stay out: any
 * messenger may carry it.
 */
async function tell(
  { sql, at, today }: Staff,
  task: TaskCard,
  personIds: readonly string[],
): Promise<number> {
  const people = createPeopleBook(sql);
  const message = reopenedMessage(task, today, false);
  let told = 0;
  for (const personId of personIds) {
    const { accounts, preferred, timeZone } = await people.accountsOf(personId);
    const channel = channelOf(accounts, preferred);
    if (channel === null) continue;
    const { platform, chatId, accountId } = channel;
    const outgoing = { kind: 'send', message } as const;
    const delayMs = nightLeft(at, timeZone);
    await createOutbox(sql).put([
      { platform, chatId, accountId, personId, outgoing, priority: 'bulk', delayMs },
    ]);
    told += 1;
  }
  return told;
}

export const taskCommand = defineCommand({
  meta: { name: 'task', description: 'Задачи: что сделано, что опаздывает, что сдано' },
  subCommands: { list: listCommand, show: showCommand, waive: waiveCommand, reopen: reopenCommand },
});
