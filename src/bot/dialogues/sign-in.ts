import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import { readStart, type SignInKey } from '../../domain/sign-in/sign-in.ts';
import { isStaffRole } from '../../domain/staff/staff.ts';
import {
  askDigits,
  chooseNumber,
  confirmNumber,
  notForYou,
  notFound,
  onlyDigits,
  refused,
  signInWords,
  wayIn,
  wrongNumber,
} from '../../texts/sign-in.ts';
import type { Talk } from './talk.ts';

/** «Вход»: the next words are the digits of a screen. */
const name = 'sign-in';

export function mayEnter({ visitor }: Pick<Talk, 'visitor'>): boolean {
  return visitor.appointments.some(({ role }) => isStaffRole(role));
}

/** `/login`. */
export function askForDigits(talk: Talk): void {
  if (mayEnter(talk)) {
    talk.turn({ name, step: 'digits', data: {} });
    talk.say(askDigits(talk.pageUrl === null ? null : `${talk.pageUrl}/panel`));
  } else talk.say({ text: notForYou() });
}

/** A deep link of a sign-in, opened or pasted; `false` for one of another kind. */
export async function openSignIn(talk: Talk, payload: string): Promise<boolean> {
  const start = readStart(payload);
  if (start === null) return false;
  await show(talk, { start });
  return true;
}

/** «Вход 47», or the digits that were asked for; `false` while none are awaited. */
export async function hearSignIn(talk: Talk, event: IncomingEvent): Promise<boolean> {
  const text = event.kind === 'text' ? event.text.trim() : '';
  const said = /^(?:вход|войти|login)\s+(\d)\s?(\d)$/iu.exec(text);
  const awaited = talk.state()?.name === name;
  if (said === null && !awaited) return false;
  const [, first, second] = said ?? /^\D{0,20}(\d)\s?(\d)\D{0,20}$/u.exec(text) ?? [];
  if (first === undefined || second === undefined) talk.say(onlyDigits());
  else await show(talk, { digits: first + second });
  return true;
}

async function show(talk: Talk, key: SignInKey): Promise<void> {
  if (talk.state()?.name === name) talk.turn(null);
  if (!mayEnter(talk)) return talk.say({ text: notForYou() });
  const answer = await talk.desk.signIns.take(key, talk.visitor.account.id, talk.at);
  if (answer.found !== 'request') return talk.say({ text: notFound(answer.found) });
  const { request } = answer;
  const time = timeIn(request.createdAt, talk.visitor.programme?.timeZone ?? 'UTC');
  talk.say('start' in key ? chooseNumber(request, time) : confirmNumber(request, key.digits, time));
}

/** `sign-in:7:47`, `sign-in:7:no`. A wrong number ends the request for good, whoever asked for it. */
export async function pressSignIn(talk: Talk, action: string): Promise<boolean> {
  const [, id, choice] = /^sign-in:(\d{1,18}):(\d\d|no)$/.exec(action) ?? [];
  if (id === undefined || choice === undefined || !mayEnter(talk)) return false;
  const { desk, visitor, at, pageUrl } = talk;
  if (choice === 'no') {
    const ended = await desk.signIns.refuse(id, visitor.account.id, at);
    if (ended) talk.show({ text: refused() });
    else over(talk);
    return true;
  }
  const answer = await desk.signIns.answer(id, choice, visitor.account.id, at);
  if (answer === null) over(talk);
  else if (!answer.right) talk.show({ text: wrongNumber() });
  else talk.show(wayIn(pageUrl === null ? null : `${pageUrl}/panel/sign-in/${answer.secret}`, answer.code));
  return true;
}

/** What was shown with the button stays: it may hold the link that was just given. */
function over(talk: Talk): void {
  talk.toast(signInWords.over);
}

function timeIn(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('ru', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
}
