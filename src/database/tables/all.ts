import { administratorLinkTable } from './administrator-link.table.ts';
import { apiTokenTable } from './api-token.table.ts';
import { applicationTable } from './application.table.ts';
import { applicationEventTable } from './application-event.table.ts';
import { appointmentTable } from './appointment.table.ts';
import { auditTable } from './audit.table.ts';
import { calendarDayTable } from './calendar-day.table.ts';
import { calendarFeedTable } from './calendar-feed.table.ts';
import { chatAccountTable } from './chat-account.table.ts';
import { competencyTable } from './competency.table.ts';
import { consentTable } from './consent.table.ts';
import { consentTextTable } from './consent-text.table.ts';
import { contestTable } from './contest.table.ts';
import { contestCountersTable } from './contest-counters.table.ts';
import { contestCriterionTable } from './contest-criterion.table.ts';
import { contestEntryTable } from './contest-entry.table.ts';
import { contestEntryFileTable } from './contest-entry-file.table.ts';
import { contestFileTable } from './contest-file.table.ts';
import { contestJurorTable } from './contest-juror.table.ts';
import { contestMemberTable } from './contest-member.table.ts';
import { contestNominationTable } from './contest-nomination.table.ts';
import { contestNoticeTable } from './contest-notice.table.ts';
import { contestPostTable } from './contest-post.table.ts';
import { contestResultTable } from './contest-result.table.ts';
import { contestScoreTable } from './contest-score.table.ts';
import { contestSearchTable } from './contest-search.table.ts';
import { contestSheetTable } from './contest-sheet.table.ts';
import { contestSnapshotTable } from './contest-snapshot.table.ts';
import { cursorTable } from './cursor.table.ts';
import { dataRequestTable } from './data-request.table.ts';
import { deadlineCorrectionTable } from './deadline-correction.table.ts';
import { deliveryTable } from './delivery.table.ts';
import { dialogueTable } from './dialogue.table.ts';
import { diplomaTable } from './diploma.table.ts';
import { diplomaTemplateTable } from './diploma-template.table.ts';
import { documentTemplateTable } from './document-template.table.ts';
import { errandTable } from './errand.table.ts';
import { idempotentCallTable } from './idempotent-call.table.ts';
import { inboxTable } from './inbox.table.ts';
import { invitationTable } from './invitation.table.ts';
import { invitationUseTable } from './invitation-use.table.ts';
import { knownApartTable } from './known-apart.table.ts';
import { leaseTable } from './lease.table.ts';
import { mailingTable } from './mailing.table.ts';
import { mailingFileTable } from './mailing-file.table.ts';
import { mailingRecipientTable } from './mailing-recipient.table.ts';
import { nameCaseExceptionTable } from './name-case-exception.table.ts';
import { occurrenceTable } from './occurrence.table.ts';
import { organizationTable } from './organization.table.ts';
import { organizationCommunityTable } from './organization-community.table.ts';
import { pageLinkTable } from './page-link.table.ts';
import { pairTable } from './pair.table.ts';
import { pairAgreementTable } from './pair-agreement.table.ts';
import { pairEventTable } from './pair-event.table.ts';
import { pairMeetingTable } from './pair-meeting.table.ts';
import { pairMenteeTable } from './pair-mentee.table.ts';
import { pairOrderTable } from './pair-order.table.ts';
import { pairOrderEventTable } from './pair-order-event.table.ts';
import { pairOrderPairTable } from './pair-order-pair.table.ts';
import { pairOrderPersonTable } from './pair-order-person.table.ts';
import { personTable } from './person.table.ts';
import { platformTable } from './platform.table.ts';
import { programmeTable } from './programme.table.ts';
import { recoveryCodeTable } from './recovery-code.table.ts';
import { reminderTable } from './reminder.table.ts';
import { reminderRuleTable } from './reminder-rule.table.ts';
import { representationTable } from './representation.table.ts';
import { responsiblePhraseTable } from './responsible-phrase.table.ts';
import { roadmapTable } from './roadmap.table.ts';
import { roadmapDraftTable } from './roadmap-draft.table.ts';
import { roadmapItemTable } from './roadmap-item.table.ts';
import { secondFactorTable } from './second-factor.table.ts';
import { settingTable } from './setting.table.ts';
import { signInTable } from './sign-in.table.ts';
import { staffSessionTable } from './staff-session.table.ts';
import { storedFileTable } from './stored-file.table.ts';
import { synonymTable } from './synonym.table.ts';
import { taskTable } from './task.table.ts';
import { taskCompletionTable } from './task-completion.table.ts';
import { taskEventTable } from './task-event.table.ts';
import { taskResultTable } from './task-result.table.ts';
import { weeklySummaryTable } from './weekly-summary.table.ts';

/** What TypeORM knows of the schema; the migrations make it. */
export const tables = [
  administratorLinkTable,
  apiTokenTable,
  applicationEventTable,
  applicationTable,
  appointmentTable,
  auditTable,
  calendarDayTable,
  calendarFeedTable,
  chatAccountTable,
  competencyTable,
  consentTable,
  consentTextTable,
  contestTable,
  contestCountersTable,
  contestCriterionTable,
  contestEntryTable,
  contestEntryFileTable,
  contestFileTable,
  contestJurorTable,
  contestMemberTable,
  contestNominationTable,
  contestNoticeTable,
  contestPostTable,
  contestResultTable,
  contestScoreTable,
  contestSearchTable,
  contestSheetTable,
  contestSnapshotTable,
  diplomaTable,
  diplomaTemplateTable,
  cursorTable,
  dataRequestTable,
  deadlineCorrectionTable,
  deliveryTable,
  dialogueTable,
  documentTemplateTable,
  errandTable,
  idempotentCallTable,
  inboxTable,
  invitationTable,
  invitationUseTable,
  knownApartTable,
  leaseTable,
  mailingFileTable,
  mailingRecipientTable,
  mailingTable,
  nameCaseExceptionTable,
  occurrenceTable,
  organizationCommunityTable,
  organizationTable,
  pageLinkTable,
  pairAgreementTable,
  pairEventTable,
  pairMeetingTable,
  pairMenteeTable,
  pairOrderEventTable,
  pairOrderPairTable,
  pairOrderPersonTable,
  pairOrderTable,
  pairTable,
  personTable,
  platformTable,
  programmeTable,
  recoveryCodeTable,
  reminderRuleTable,
  reminderTable,
  representationTable,
  responsiblePhraseTable,
  roadmapDraftTable,
  roadmapItemTable,
  roadmapTable,
  secondFactorTable,
  settingTable,
  signInTable,
  staffSessionTable,
  storedFileTable,
  synonymTable,
  taskCompletionTable,
  taskEventTable,
  taskResultTable,
  taskTable,
  weeklySummaryTable,
];
