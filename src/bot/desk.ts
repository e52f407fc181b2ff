import type { DeliveryOrder } from '../domain/delivery/delivery.ts';
import type { PeopleBook } from '../domain/people/people-book.ts';
import type { TaskBook } from '../domain/tasks/task-book.ts';

/** Where somebody stands in a conversation: the dialogue's name, its step and what was gathered so far. */
export type DialogueState = { name: string; step: string; data: Record<string, unknown> };

/** Everything a dialogue may touch while one incoming event is handled: all of it is one transaction. */
export type Desk = {
  people: PeopleBook;
  tasks: TaskBook;
  dialogues: {
    /** Kept per person once known (so that they may go on from the other platform), per account before. */
    read(key: string): Promise<DialogueState | null>;
    write(key: string, state: DialogueState | null): Promise<void>;
  };
  /** What is said while one event is handled leaves together; nobody here needs the ids of the rows. */
  outbox: { put(orders: readonly DeliveryOrder[]): Promise<unknown> };
};
