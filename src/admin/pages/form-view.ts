import type { AnswerFaults, DrawnQuestion, FormView } from '../../domain/pages/form-desk.ts';
import { applicationHead, statePhrases } from '../../texts/applications.ts';
import { answerText } from '../../texts/forms/answer-words.ts';
import { faultText } from '../../texts/forms/engine-words.ts';
import { wordsOfForm } from '../../texts/forms/form-words.ts';
import { formPageWords as words } from '../../texts/page-form-words.ts';
import { registrationLabel } from '../../texts/registration.ts';
import { documentText } from './document-text.ts';
import { fieldId, fieldOf, type Typed, typedFrom } from './field.ts';
import { formOf, type Looker, type Page } from './frame.ts';
import { type Html, html } from './html.ts';

type At<Place extends FormView['at']> = Extract<FormView, { at: Place }>;

/** `more`: some of these came up by answers given a moment ago. */
export type QuestionsState = { typed?: Typed; faults?: AnswerFaults; isMore?: boolean };

export function pageOfForm(
  looker: Looker,
  view: FormView,
  state: QuestionsState & { isDone?: boolean },
): Page {
  return { ...pageAt(looker, view, state), at: '/my' };
}

function pageAt(looker: Looker, view: FormView, state: QuestionsState & { isDone?: boolean }): Page {
  switch (view.at) {
    case 'choose':
      return choosePage(looker, view, state.isDone === true);
    case 'waiting':
      return notice(view.form, words.waitingTitle, words.waiting);
    case 'closed':
      return notice(view.form, words.closedTitle, words.closed);
    case 'consent':
      return consentPage(looker, view);
    case 'questions':
      return questionsPage(looker, view, state);
    case 'summary':
      return summaryPage(looker, view);
  }
}

function notice(form: string, title: string, text: string): Page {
  const body = html`<section class="card"><p class="faint">${wordsOfForm(form).title}</p><h1>${title}</h1><p>${text}</p></section>`;
  return { title, body };
}

function choosePage(looker: Looker, view: At<'choose'>, isDone: boolean): Page {
  const { applications, programmes, forms } = view;
  const done =
    isDone &&
    html`<section class="card good" role="status"><h1>${words.doneTitle}</h1><p>${words.done}</p></section>`;
  const mine =
    applications.length > 0 &&
    html`<section class="card"><h2>${words.mine}</h2><ul>${applications.map(
      (card) => html`<li>${applicationHead(card)} — ${statePhrases[card.state]}</li>`,
    )}</ul></section>`;
  const buttons = forms.map(
    (form) => html`<button class="plain" name="form" value="${form}">${registrationLabel(form)}</button>`,
  );
  // Whoever has just finished one form is not asked for the next.
  const choice =
    !isDone &&
    forms.length > 0 &&
    programmes.length > 0 &&
    html`<section class="card"><h2>${words.chooseTitle}</h2>${formOf(
      looker,
      '/my/join',
      html`${programmeField(programmes)}<div class="acts">${buttons}</div>`,
    )}</section>`;
  const title = isDone ? words.doneTitle : words.homeTitle;
  return { title, body: html`${done || html`<h1>${title}</h1>`}${mine}${choice}` };
}

function programmeField(programmes: At<'choose'>['programmes']): Html {
  const [only, ...others] = programmes;
  if (only !== undefined && others.length === 0) {
    return html`<input type="hidden" name="programme" value="${only.id}">`;
  }
  return html`<div class="field"><label for="programme">${words.city}</label><select id="programme" name="programme">${programmes.map(
    ({ id, name }) => html`<option value="${id}">${name}</option>`,
  )}</select></div>`;
}

function consentPage(looker: Looker, { form, key, optional, text }: At<'consent'>): Page {
  const body = html`<p class="faint">${wordsOfForm(form).title}</p>
<h1>${text.title}</h1>
<section class="card">${documentText(text.summary)}
<p><a class="line" href="/my/consent-text/${text.id}">${words.wholeText}</a></p>
<details><summary>${words.readHere}</summary>${documentText(text.body)}</details>
${formOf(
  looker,
  '/my/consent',
  html`<input type="hidden" name="question" value="${key}"><input type="hidden" name="text" value="${text.id}">
<div class="acts"><button name="answer" value="yes">${words.agree}</button>
<button class="plain" name="answer" value="no">${words.notNow}</button></div>`,
)}
<p class="faint">${optional ? words.keep : words.without}</p></section>`;
  return { title: text.title, body };
}

function questionsPage(
  looker: Looker,
  { form, questions, answers }: At<'questions'>,
  { typed = typedFrom(answers), faults = {}, isMore = false }: QuestionsState,
): Page {
  const { title, questions: texts } = wordsOfForm(form);
  const fields = questions.flatMap(({ question, choices }) => {
    const own = texts[question.key];
    if (own === undefined) return [];
    const fault = faults[question.key];
    const said = fault === undefined ? null : faultText(fault, own);
    return [{ question, choices, words: own, typed, fault: said }];
  });
  const wrong = fields.filter(({ fault }) => fault !== null);
  const summary =
    wrong.length > 0 &&
    html`<section class="card bad" role="alert"><h2>${words.faults}</h2><ul>${wrong.map(
      ({ question, words: own }) => html`<li><a href="#${fieldId(question.key)}">${own.name}</a></li>`,
    )}</ul></section>`;
  const files = questions.some(({ question }) => question.kind === 'file');
  const body = html`<h1>${title}</h1>${summary}${isMore && html`<p role="status">${words.more}</p>`}
<section class="card">${formOf(
    looker,
    '/my/answers',
    html`${questions.map(({ question }) => html`<input type="hidden" name="asked" value="${question.key}">`)}${fields.map(fieldOf)}<button>${words.next}</button>`,
    { files },
  )}<p class="faint">${words.keep}</p></section>`;
  return { title: wrong.length > 0 ? `${words.faults} — ${title}` : title, body };
}

function summaryPage(looker: Looker, { form, questions, answers }: At<'summary'>): Page {
  const { finish, title } = wordsOfForm(form);
  const lines = questions.map((drawn) => summaryLine(form, drawn, answers));
  const body = html`<p class="faint">${title}</p><h1>${words.summaryTitle}</h1>
<section class="card"><dl>${lines}</dl>
${formOf(looker, '/my/finish', html`<div class="acts"><button>${finish}</button><a class="button plain" href="/my?all=1">${words.change}</a></div>`)}
</section>`;
  return { title: words.summaryTitle, body };
}

function summaryLine(
  form: string,
  { question, choices }: DrawnQuestion,
  answers: At<'summary'>['answers'],
): Html {
  const labels = new Map(choices.map(({ value, label }) => [value, label]));
  const said = answerText(question, answers[question.key] ?? null, (value) => labels.get(value) ?? value);
  return html`<dt>${wordsOfForm(form).questions[question.key]?.name}</dt><dd>${said}</dd>`;
}
