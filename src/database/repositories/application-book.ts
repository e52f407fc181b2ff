import type { ApplicationBook } from '../../domain/registration/application-book.ts';
import type { Sql } from '../sql.ts';
import { amendApplication } from './application-amend.ts';
import { beginApplication } from './application-begin.ts';
import { cardById, readCards } from './application-cards.ts';
import { changeApplication, decidersOf, keepApart, seenBy, waiting } from './application-deciding.ts';
import { duplicatesOf } from './application-duplicates.ts';
import { joinApplication } from './application-joining.ts';
import { submitApplication } from './application-submit.ts';
import {
  describeRepresentative,
  inviteRepresentative,
  pupilsOf,
  representativesOf,
} from './representation-book.ts';

export function createApplicationBook(sql: Sql): ApplicationBook {
  return {
    begin: (account, form, programmeId, at) => beginApplication(sql, account, form, programmeId, at),
    ofPerson: (personId) =>
      readCards(sql, 'where a.person_id = $1 order by a.created_at desc, a.id desc', [personId]),
    byId: (applicationId) => cardById(sql, applicationId),
    seenBy: (applicationId, personId) => seenBy(sql, applicationId, personId),
    duplicatesOf: (names, organizationId, personId) => duplicatesOf(sql, names, organizationId, personId),
    submit: (applicationId, submission, at) => submitApplication(sql, applicationId, submission, at),
    decidersOf: (applicationId) => decidersOf(sql, applicationId),
    waiting: (personId, page, size) => waiting(sql, personId, page, size),
    change: (applicationId, actorId, to, facts, at) =>
      changeApplication(sql, applicationId, actorId, to, { facts, at }),
    amend: (applicationId, changed, actorId, at) =>
      amendApplication(sql, applicationId, changed, actorId, at),
    join: (applicationId, actorId, at) => joinApplication(sql, applicationId, actorId, at),
    keepApart: (applicationId, actorId, at) => keepApart(sql, applicationId, actorId, at),
    inviteRepresentative: (pupilId, at) => inviteRepresentative(sql, pupilId, at),
    pupilsOf: (representativeId) => pupilsOf(sql, representativeId),
    representativesOf: (pupilId) => representativesOf(sql, pupilId),
    describeRepresentative: (representativeId, pupilId, relation, person) =>
      describeRepresentative(sql, representativeId, pupilId, relation, person),
  };
}
