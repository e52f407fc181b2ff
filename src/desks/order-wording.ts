import type { createDeskBooks } from '../database/repositories/desk-books.ts';
import { nameCases } from '../documents/name-cases.ts';
import type { PersonToWord } from '../domain/documents/order-book.ts';
import type { OrderPerson } from '../domain/documents/pair-order.ts';
import { wordPost } from '../domain/names/decline-post.ts';
import {
  type CaseException,
  exceptionFor,
  type Gender,
  genderOf,
  type WordedPerson,
  wordName,
} from '../domain/names/name-cases.ts';
import { postOf } from '../texts/documents/posts.ts';

type Books = ReturnType<typeof createDeskBooks>;

/** Somebody by the rules and the programme's exceptions, nobody having looked yet. */
export function wordPerson(
  person: PersonToWord,
  exceptions: readonly CaseException[],
  given: { gender?: Gender | null; post?: string } = {},
): OrderPerson {
  const gender = given.gender ?? genderOf(person);
  const name = wordName(nameCases, exceptions, person, gender);
  const post = wordPostBy(given.post ?? postOf(person, gender), exceptions, gender);
  return {
    personId: person.personId,
    name: name.nominative,
    post: post.nominative,
    gender,
    nameForms: name.forms,
    postForms: post.forms,
    doubtful: name.isDoubtful || post.isDoubtful,
    corrected: false,
  };
}

function wordPostBy(post: string, exceptions: readonly CaseException[], gender: Gender | null): WordedPerson {
  const known = exceptionFor(exceptions, 'post', post, gender);
  return known === null ? wordPost(post) : { nominative: post, forms: known, isDoubtful: false };
}

/** Words everybody who is named in the order now; what the clerk has corrected stays. */
export async function wordEverybody(
  { orders, nameExceptions }: Pick<Books, 'orders' | 'nameExceptions'>,
  order: { id: string; programmeId: string; people: readonly OrderPerson[] },
): Promise<void> {
  const exceptions = await nameExceptions.list(order.programmeId);
  const corrected = new Map(
    order.people.filter((each) => each.corrected).map((each) => [each.personId, each]),
  );
  const people = await orders.peopleToWord(order.id);
  await orders.setPeople(
    order.id,
    people.map((person) => corrected.get(person.personId) ?? wordPerson(person, exceptions)),
  );
}
