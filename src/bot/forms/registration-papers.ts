import type { Form } from '../../domain/forms/form.ts';
import type { FormRun } from '../../domain/forms/form-run.ts';
import { menuOf } from '../../texts/menu.ts';
import { paperName, papers } from '../../texts/registration.ts';
import type { Talk } from '../dialogues/talk.ts';

/** The person's own copies of what they agreed to in this form, and the menu that is theirs from now on. */
export async function sendPapers(talk: Talk, form: Form, run: FormRun): Promise<void> {
  const given = form.questions.flatMap((question) => {
    const answer = run.answers[question.key];
    return question.kind === 'consent' && typeof answer === 'string'
      ? [{ consentId: answer, kind: question.consent }]
      : [];
  });
  const menu = menuOf(talk.visitor.appointments);
  if (!talk.mayNameOthers) {
    talk.say({ text: papers(given.length, true), menu });
    return;
  }
  const files: string[] = [];
  for (const { consentId, kind } of given) {
    const consent = await talk.desk.consents.byId(consentId);
    if (consent === null) continue;
    files.push(
      await talk.desk.files.document({ document: 'consent', consentId }, paperName(kind), consent.personId),
    );
  }
  talk.say({ text: papers(given.length, false), menu, files });
}
