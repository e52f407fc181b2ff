import { Refusal } from '../refusal.ts';
import type { Task } from './task.ts';

/** A reason says something: `Refusal('reason-empty')`. */
export function readReason(text: string): string {
  const reason = text.trim();
  if (!/[\p{L}\p{N}]/u.test(reason)) throw new Refusal('reason-empty');
  return reason;
}

/** Only what is settled can be reopened, and only while the roadmap has it. */
export function checkReopenable(task: Pick<Task, 'doneAt' | 'waivedAt' | 'withdrawnAt'>): void {
  if (task.withdrawnAt !== null) throw new Refusal('task-withdrawn');
  if (task.doneAt === null && task.waivedAt === null) throw new Refusal('task-open');
}
