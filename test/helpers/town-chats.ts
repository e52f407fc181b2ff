import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createInvitation } from '../../src/database/repositories/invitation-book.ts';
import type { Database } from '../../src/database/sql.ts';
import type { Clock } from '../../src/domain/calendar/clock.ts';
import type { Person } from '../../src/domain/people/person.ts';
import { type Chat, conversations } from './conversation.ts';
import { emptied, testDatabase } from './database.ts';
import { foundTown, type Town } from './small-town.ts';

type Fresh = { database: Database; town: Town; talks: ReturnType<typeof conversations> };

/** For the tests of one file: before each a town founded anew, whose bot anybody may talk with. */
export function townChats(clock: Clock, begin: (fresh: Fresh) => unknown) {
  let database: Database;
  let talks: Fresh['talks'];
  let accounts = 0;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.stop());
  beforeEach(async () => {
    await emptied(database);
    talks = conversations(database, { clock });
    await begin({ database, town: await foundTown(database), talks });
  });

  return {
    /** Somebody who has just opened their invitation. */
    async linked(person: Person, platform: string, on = talks): Promise<Chat> {
      const chat = on.chat(platform, String(1000 + ++accounts));
      await chat.opens((await createInvitation(database, person.id, clock)).secret);
      return chat;
    },
  };
}
