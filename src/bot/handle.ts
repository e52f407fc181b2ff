import type { Clock } from '../domain/calendar/clock.ts';
import type { Log } from '../domain/log.ts';
import type { Incoming, IncomingEvent } from '../domain/messages/incoming.ts';
import type { MayNameOthers } from '../domain/people/channel.ts';
import { readCommand } from '../texts/menu.ts';
import { allowed, apology, buttons, fallback, notUnderstood, smile, words } from '../texts/talk.ts';
import { allTasksButton } from '../texts/tasks.ts';
import type { Desk } from './desk.ts';
import { pressApplications } from './dialogues/applications.ts';
import { cancel, obey } from './dialogues/commands.ts';
import { hearScan } from './dialogues/consent-scan.ts';
import { pressConsents } from './dialogues/consents.ts';
import { pressEntries } from './dialogues/contest-entries.ts';
import { hearEventTeam, pressEvents } from './dialogues/contest-events.ts';
import { hearMentor } from './dialogues/contest-naming.ts';
import { hearLoosePost, hearPost } from './dialogues/contest-post.ts';
import { hearTeam, openTeam } from './dialogues/contest-team.ts';
import { hearWork } from './dialogues/contest-work.ts';
import { pressContests } from './dialogues/contests.ts';
import { pressControl } from './dialogues/control.ts';
import { hearDecline } from './dialogues/decline.ts';
import { showHome } from './dialogues/home.ts';
import { acceptInvitation, invitationIn } from './dialogues/invitation.ts';
import { hearLooseResult, pressLooseResult } from './dialogues/loose-result.ts';
import { pressMe } from './dialogues/me.ts';
import { pressPage } from './dialogues/page.ts';
import { hearWhyNot } from './dialogues/pair-answer.ts';
import { hearMeeting } from './dialogues/pair-meeting.ts';
import { pressPairs } from './dialogues/pairs.ts';
import { pressPanel } from './dialogues/panel.ts';
import { pressPrivacy } from './dialogues/privacy.ts';
import { pressPrivacyOfStranger } from './dialogues/privacy-requests.ts';
import { hearQuestion, pressAsk } from './dialogues/question.ts';
import { pressRegistration } from './dialogues/registration.ts';
import { hearReply, pressReply } from './dialogues/reply.ts';
import { hearResult, pressResult } from './dialogues/result.ts';
import { pressSettings } from './dialogues/settings.ts';
import { hearSignIn, openSignIn, pressSignIn } from './dialogues/sign-in.ts';
import { type KnownTalk, openTalk, type Talk, type TalkSettings } from './dialogues/talk.ts';
import { pressTask } from './dialogues/task.ts';
import { pressTaskList, sayTasks } from './dialogues/task-list.ts';
import { tidy } from './dialogues/tidy.ts';
import { hearReason } from './dialogues/waiver.ts';
import { allForms } from './forms/all-forms.ts';
import { createFormEngine } from './forms/engine.ts';

export type HandlerDeps = {
  clock: Clock;
  log: Log;
  /** Everywhere, if not given. */
  mayNameOthers?: MayNameOthers;
  /** Where our own page is reached; nowhere, if not given. */
  pageUrl?: string | null;
};

export const forms = createFormEngine(allForms);

/** Read anew for each event: where the page is may be known only once the server listens. */
function talkSettings(deps: Pick<HandlerDeps, 'mayNameOthers' | 'pageUrl'>): TalkSettings {
  return { mayNameOthers: deps.mayNameOthers ?? (() => true), pageUrl: deps.pageUrl ?? null, forms };
}

/** Answers one event: who is it, then commands, buttons, the open dialogue, and what is left. */
export function createHandler(deps: HandlerDeps) {
  const { clock, log } = deps;
  return async function handle(desk: Desk, incoming: Incoming): Promise<void> {
    const { platform, accountId, event } = incoming;
    const at = clock.now();
    if (event.kind === 'deny') {
      await desk.people.closeChannel(platform, accountId, 'denied', at);
      return;
    }
    const talk = await openTalk(desk, { ...incoming, event: tidy(event) }, at, talkSettings(deps));
    const { person } = talk.visitor;
    await answer(talk, person === null ? null : { ...talk, person });
    await talk.close();
    log.info({ platform, event: incoming.eventId, kind: event.kind, person: person?.id ?? null }, 'Answered');
  };
}

/** What is said once when an event could not be answered at all; see the inbox worker. */
export function createApology(deps: Omit<HandlerDeps, 'log'>) {
  return async function apologise(desk: Desk, incoming: Incoming): Promise<void> {
    const talk = await openTalk(desk, incoming, deps.clock.now(), talkSettings(deps));
    talk.say({ text: apology() });
    await talk.close();
  };
}

async function answer(talk: Talk, known: KnownTalk | null): Promise<void> {
  const { event } = talk.incoming;
  if (event.kind === 'allow') {
    talk.say({ text: allowed() });
    await showHome(talk);
  } else if (event.kind === 'start') {
    if (event.payload === '') await showHome(talk);
    else if (await openTeam(talk, event.payload)) return;
    else if (!(await openSignIn(talk, event.payload))) await acceptInvitation(talk, event.payload);
  } else if (event.kind === 'press') {
    await press(talk, known, event.action);
  } else {
    await hear(talk, known, event);
  }
}

async function press(talk: Talk, known: KnownTalk | null, action: string): Promise<void> {
  if (action === buttons.cancel.action) return cancel(talk, true);
  if (await pressAsk(talk, action)) return;
  if (await talk.forms.press(talk, action)) return;
  if (await pressRegistration(talk, action)) return;
  if (await pressPage(talk, action)) return;
  if (await pressPanel(talk, action)) return;
  if (known === null) {
    if (await pressPrivacyOfStranger(talk, action)) return;
    talk.toast(words.oldButton);
    await showHome(talk);
    return;
  }
  const topics = [
    pressSignIn,
    pressTask,
    pressTaskList,
    pressControl,
    pressResult,
    pressLooseResult,
    pressReply,
    pressSettings,
    pressMe,
    pressApplications,
    pressPairs,
    pressContests,
    pressEntries,
    pressEvents,
    pressConsents,
    pressPrivacy,
  ];
  for (const topic of topics) if (await topic(known, action)) return;
  talk.toast(words.oldButton);
  await sayTasks(known);
}

async function hear(talk: Talk, known: KnownTalk | null, event: IncomingEvent): Promise<void> {
  const text = event.kind === 'text' ? event.text : '';
  const command = readCommand(text);
  if (command !== null) return obey(talk, known, command);
  if (await openTeam(talk, text)) return;
  // Whoever is asked for words has those words taken as they are, be they like a code or not.
  const invitation = known === null || talk.state() === null ? invitationIn(text) : null;
  if (invitation !== null && (await openSignIn(talk, invitation))) return;
  if (invitation !== null) return acceptInvitation(talk, invitation);
  if (await hearSignIn(talk, event)) return;
  if (await hearQuestion(talk, event)) return;
  if (known !== null && (await hearAwaited(known, event))) return;
  if (await talk.forms.hear(talk, event)) return;
  if (known === null) return showHome(talk);
  if (await hearLoosePost(known, event)) return;
  if (await hearLooseResult(known, event)) return;
  leftOver(known, event);
}

const awaiting = [
  ...[hearReply, hearReason, hearDecline, hearWhyNot, hearMeeting, hearScan, hearResult],
  ...[hearPost, hearWork, hearTeam, hearEventTeam, hearMentor],
];

/** What a dialogue has asked for. */
async function hearAwaited(known: KnownTalk, event: IncomingEvent): Promise<boolean> {
  for (const topic of awaiting) if (await topic(known, event)) return true;
  return false;
}

function leftOver(talk: KnownTalk, event: IncomingEvent): void {
  if (event.kind !== 'text' && event.kind !== 'files') {
    talk.say({ text: notUnderstood(event.kind === 'other' ? event.what : event.kind) });
  } else if (/[\p{L}\p{N}]/u.test(event.text)) {
    talk.say({ text: fallback(), buttons: [[allTasksButton], [buttons.ask]] });
  } else {
    talk.say({ text: smile() });
  }
}
