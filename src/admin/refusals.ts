import { FileTrouble } from '../domain/files/stored-file.ts';
import { Refusal } from '../domain/refusal.ts';

/** Statuses of expected refusals. What is somebody else's is not there: whoever asks learns nothing. */
const statuses: Readonly<Record<string, number>> = {
  'visit-over': 401,
  'session-over': 401,
  'second-factor-needed': 403,
  'may-not': 403,
  'may-not-appoint': 403,
  'may-not-stand-for': 403,
  'facts-wrong': 422,
  'pause-wrong': 422,
  'foreign-page': 403,
  'session-needed': 403,
  'not-staff': 403,
  'other-browser': 409,
  'sign-in-over': 410,
  'sign-in-code-wrong': 422,
  'administrator-link-over': 410,
  'names-needed': 422,
  'programme-needed': 422,
  'time-zone-wrong': 422,
  'not-staff-role': 422,
  'role-needs-office': 422,
  'factor-wrong': 422,
  'factor-tries-over': 429,
  'version-needed': 428,
  'key-unreadable': 400,
  'key-used-otherwise': 422,
  'unreadable-text': 400,
  'form-expired': 403,
  'may-not-decide': 404,
  'application-unknown': 404,
  'consent-unknown': 404,
  'person-unknown': 404,
  'competency-unknown': 404,
  'request-unknown': 404,
  'not-coordinator': 404,
  'not-found': 404,
  'state-passed': 409,
  'already-applied': 409,
  'text-outdated': 409,
  'mailing-empty': 422,
  'mailing-to-nobody': 422,
  'mailing-too-long': 422,
  'mailing-too-many-people': 422,
  'mailing-too-many-files': 422,
  'placeholder-unknown': 422,
  'too-large': 413,
  'wrong-file': 422,
  ...Object.fromEntries(
    [
      'broken',
      'too-big',
      'encrypted',
      'old-office',
      'pdf',
      'picture',
      'rtf',
      'archive',
      'unknown',
      'not-text',
    ].map((what) => [`document-${what}`, 422]),
  ),
  'partner-unknown': 422,
  'item-place-unknown': 422,
  'day-unread': 400,
  'file-needed': 400,
  'years-wrong': 400,
  'period-backwards': 400,
  'deadline-unread': 422,
  'deadline-wrong': 422,
  'title-empty': 422,
  'targets-none': 422,
  'roadmap-no-table': 422,
  'roadmap-no-items': 422,
  'roadmap-no-period': 422,
  'reason-empty': 400,
  'link-wrong': 422,
  'text-too-long': 422,
  'results-too-many': 422,
  'file-refused': 422,
  'too-many': 429,
  'too-many-applications': 429,
};

/** How an error is answered; `null` for one that is our own fault. */
export function refusalOf(error: unknown): { status: number; code: string } | null {
  if (error instanceof Refusal)
    return {
      status: statuses[error.code] ?? (error.code.endsWith('-unknown') ? 404 : 409),
      code: error.code,
    };
  if (error instanceof FileTrouble) return { status: 422, code: 'wrong-file' };
  const { statusCode } = error as { statusCode?: number };
  if (statusCode === undefined || statusCode >= 500) return null;
  const codes: Record<number, string> = { 404: 'not-found', 413: 'too-large', 429: 'too-many' };
  return { status: statusCode, code: codes[statusCode] ?? 'refused' };
}
