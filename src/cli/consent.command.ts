import { defineCommand } from 'citty';
import { createConsentBook } from '../database/repositories/consent-book.ts';
import { lackingIn } from '../database/repositories/consent-lacks.ts';
import type { Sql } from '../database/sql.ts';
import { readFileBytes } from '../documents/read-document.ts';
import {
  type ConsentGiver,
  type ConsentKind,
  consentGivers,
  consentKinds,
} from '../domain/consents/consent.ts';
import type { ConsentDraft } from '../domain/consents/consent-book.ts';
import { Refusal } from '../domain/refusal.ts';
import {
  consentTextLine,
  draftText,
  lackLine,
  nobodyLacks,
  publishedLine,
  readDraft,
} from '../texts/consent-lines.ts';
import { given, programmeArg } from './choose.ts';
import { checkFlags, needed } from './flags.ts';
import { inProgramme } from './in-programme.ts';

const whichArgs = {
  kind: { type: 'positional', required: false, description: `Вид согласия: ${consentKinds.join(', ')}` },
  giver: { type: 'string', default: 'self', description: `Кто даёт: ${consentGivers.join(', ')}` },
  ...programmeArg,
} as const;

const textsCommand = defineCommand({
  meta: { name: 'texts', description: 'Все тексты согласий и их версии' },
  args: programmeArg,
  async run({ args }) {
    checkFlags(args, programmeArg, 0);
    await inProgramme(args.programme, async (sql, programmeId) =>
      (await createConsentBook(sql).templates(programmeId)).map(consentTextLine).join('\n'),
    );
  },
});

const showCommand = defineCommand({
  meta: { name: 'show', description: 'Шаблон согласия: заголовок, пояснение и документ' },
  args: whichArgs,
  async run({ args }) {
    checkFlags(args, whichArgs, 1);
    const which = readWhich(args);
    await inProgramme(args.programme, async (sql, programmeId) =>
      draftText(await templateOf(sql, programmeId, which)),
    );
  },
});

const publishArgs = {
  ...whichArgs,
  file: { type: 'string', description: 'Файл с новым текстом, в том же виде, что выводит show' },
} as const;

const publishCommand = defineCommand({
  meta: { name: 'publish', description: 'Опубликовать новую версию согласия' },
  args: publishArgs,
  async run({ args }) {
    checkFlags(args, publishArgs, 1);
    const which = readWhich(args);
    const draft = await readDraftFile(needed('file', args.file));
    await inProgramme(args.programme, async (sql, programmeId, at, note) => {
      const { version } = await templateOf(sql, programmeId, which);
      const { kind, giver } = which;
      const text = await createConsentBook(sql).publish(programmeId, kind, giver, draft, null, at);
      // Text that says the same keeps its version.
      if (text.version !== version) {
        await note({
          action: 'consent-text.published',
          subject: { kind: 'consent-text', id: `${kind}:${giver}` },
          before: { version },
          after: { version: text.version },
        });
      }
      return publishedLine(text, version);
    });
  },
});

const lackingCommand = defineCommand({
  meta: { name: 'lacking', description: 'У кого каких согласий не хватает' },
  args: programmeArg,
  async run({ args }) {
    checkFlags(args, programmeArg, 0);
    await inProgramme(args.programme, async (sql, programmeId, at) => {
      const lacks = await lackingIn(sql, programmeId, null, at);
      return lacks.map(lackLine).join('\n') || nobodyLacks;
    });
  },
});

export const consentCommand = defineCommand({
  meta: { name: 'consent', description: 'Согласия: тексты и чего не хватает' },
  subCommands: { texts: textsCommand, show: showCommand, publish: publishCommand, lacking: lackingCommand },
});

type Which = { kind: ConsentKind; giver: ConsentGiver };

function readWhich(args: { kind?: string | undefined; giver: string }): Which {
  const value = given(args.kind, 'вид согласия');
  const kind = consentKinds.find((each) => each === value);
  if (kind === undefined) throw new Refusal('consent-kind-wrong', { value, kinds: consentKinds.join(', ') });
  const giver = consentGivers.find((each) => each === args.giver);
  if (giver === undefined)
    throw new Refusal('consent-giver-wrong', { value: args.giver, givers: consentGivers.join(', ') });
  return { kind, giver };
}

async function templateOf(sql: Sql, programmeId: string, { kind, giver }: Which) {
  const templates = await createConsentBook(sql).templates(programmeId);
  const found = templates.find((each) => each.kind === kind && each.giver === giver);
  if (found === undefined) throw new Error('a consent has no template');
  return found;
}

async function readDraftFile(path: string): Promise<ConsentDraft> {
  const bytes = await readFileBytes(path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('consent-file-wrong');
  }
  const draft = readDraft(text);
  if (draft === null) throw new Refusal('consent-file-wrong');
  return draft;
}
