import { askedQuestions, changeable, summaryStep } from '../../domain/forms/flow.ts';
import type { Question } from '../../domain/forms/form.ts';
import type { Button, Message } from '../../domain/messages/message.ts';
import { answeredLine, changeWhat, labels, navigation, summaryText } from '../../texts/forms/engine-words.ts';
import { clip } from '../../texts/tasks.ts';
import { button, formAction, pageOf } from './button-rows.ts';
import { answerWords, questionWords, type Scene } from './scene.ts';

/** A summary is one message: it loses its buttons by an edit. */
const longestLine = 180;
const questionsOnPage = 4;

/** Everything answered, by name. */
export async function summaryOf(scene: Scene): Promise<string> {
  const lines: string[] = [];
  for (const question of askedQuestions(scene.form, scene.run.answers)) {
    const answer = await answerWords(scene, question);
    if (answer === null) continue;
    const line = answeredLine(questionWords(scene, question).name, answer);
    lines.push(clip(line.replace(/\s+/g, ' '), longestLine));
  }
  return summaryText(scene.words, lines);
}

export async function summaryMessage(scene: Scene): Promise<Message> {
  const { form, words } = scene;
  const act = (label: string, value: string, tone?: 'positive'): Button =>
    button(label, formAction(form.key, summaryStep, value), tone);
  return {
    text: await summaryOf(scene),
    buttons: [
      [act(words.finish, 'send', 'positive')],
      [act(labels.change, 'change'), act(navigation.later, 'later')],
    ],
  };
}

/** What may be changed, page by page. */
export function changeMessage(scene: Scene, wished: number): Message {
  const { form, run } = scene;
  const all = changeable(form, run.answers);
  const { page, pages, shown } = pageOf(all, questionsOnPage, wished);
  const act = (label: string, value: string) => button(label, formAction(form.key, summaryStep, value));
  const item = (question: Question) => [
    button(questionWords(scene, question).name, formAction(form.key, question.key, 'edit')),
  ];
  return {
    text: changeWhat(),
    buttons: [
      ...shown.map(item),
      [
        ...(page > 0 ? [act(labels.earlier, `change${page - 1}`)] : []),
        act(labels.toSummary, 'show'),
        ...(page < pages - 1 ? [act(labels.further, `change${page + 1}`)] : []),
      ],
    ],
  };
}
