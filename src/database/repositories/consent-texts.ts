import { createHash } from 'node:crypto';
import {
  type ConsentGiver,
  type ConsentKind,
  type ConsentText,
  consentGivers,
  consentKinds,
} from '../../domain/consents/consent.ts';
import type { ConsentBook, ConsentDraft } from '../../domain/consents/consent-book.ts';
import { fillDraft, tidyDraft } from '../../domain/consents/fill-text.ts';
import { seedTexts } from '../../domain/consents/seed-texts.ts';
import { settingsOf } from '../../domain/programme/settings.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Sql } from '../sql.ts';
import { createSettingBook } from './setting-book.ts';
import { storableJson } from './storable-json.ts';

type Texts = Pick<ConsentBook, 'current' | 'textById' | 'templates' | 'publish'>;
type Which = { programmeId: string; kind: ConsentKind; giver: ConsentGiver };

const textColumns = `t.id::text, t.programme_id::text as "programmeId", t.kind, t.giver, t.version, t.title, t.summary,
  t.body, t.hash, t.published_at as "publishedAt"`;

export function createConsentTexts(sql: Sql): Texts {
  return {
    current: (programmeId, kind, giver, at) => inForce(sql, { programmeId, kind, giver }, { by: null, at }),
    async textById(textId) {
      if (!isId(textId)) return null;
      const [text] = await sql.query<ConsentText>(
        `select ${textColumns} from consent_text t where t.id = $1`,
        [textId],
      );
      return text ?? null;
    },
    templates: (programmeId) => templates(sql, programmeId),
    async publish(programmeId, kind, giver, draft, by, at) {
      if (by !== null) await mustCoordinate(sql, by, programmeId);
      const which = { programmeId, kind, giver };
      const tidy = tidyDraft(draft);
      const before = await source(sql, which);
      // Said before anything is kept: a template that cannot be filled would stop every registration.
      fillDraft(tidy, before.settings, before.programme);
      await createSettingBook(sql).write(templateKey(which), tidy);
      return inForce(sql, which, { by, at });
    },
  };
}

/** What a person may press or send in place of a number. */
export function isId(text: string): boolean {
  return /^[1-9]\d{0,17}$/.test(text);
}

/** Staff's template is no version yet: versions hold the filled text, since that is what people agree to. */
const templateKey = ({ programmeId, kind, giver }: Which) =>
  `consent-template:${programmeId}:${kind}:${giver}`;

type Source = {
  programme: { name: string };
  settings: ReturnType<typeof settingsOf>;
  template: ConsentDraft | null;
  latest: ConsentText | null;
};

/** One round trip: this stands before every question that asks for a consent. */
async function source(sql: Sql, which: Which): Promise<Source> {
  const { programmeId, kind, giver } = which;
  const [row] = await sql.query<
    { name: string; settings: unknown; template: ConsentDraft | null } & Record<string, unknown>
  >(
    `select p.name as "programmeName", p.settings, s.value as template, ${textColumns}
     from programme p
     left join setting s on s.key = $4
     left join lateral (select * from consent_text where programme_id = p.id and kind = $2 and giver = $3
       order by version desc limit 1) t on true
     where p.id = $1`,
    [programmeId, kind, giver, templateKey(which)],
  );
  if (row === undefined) throw new Refusal('programme-unknown', { key: programmeId });
  const { programmeName, settings, template, ...text } = row;
  return {
    programme: { name: String(programmeName) },
    settings: settingsOf(settings),
    template,
    latest: text.id === null ? null : (text as unknown as ConsentText),
  };
}

/**
 * The newest version, or a new one where template or operator have changed since. Any number of people may come by here
 * first: the number of the version is unique, so one of them publishes, the others wait for it and read again.
 */
async function inForce(
  sql: Sql,
  which: Which,
  { by, at }: { by: string | null; at: Date },
): Promise<ConsentText> {
  for (let round = 0; round < 5; round += 1) {
    const { programme, settings, template, latest } = await source(sql, which);
    const draft = template ?? seedTexts[which.kind][which.giver];
    const filled = fillDraft(draft, settings, programme);
    const hash = hashOf(filled);
    if (latest?.hash === hash)
      return latest.summary === filled.summary ? latest : resummed(sql, latest, filled);
    // Kept from its first use: a new release of ours must not ask a whole city again.
    if (template === null) await keepTemplate(sql, which, draft);
    const [text] = await sql.query<ConsentText>(
      `insert into consent_text as t
         (programme_id, kind, giver, version, title, summary, body, hash, published_at, published_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (programme_id, kind, giver, version) do nothing returning ${textColumns}`,
      [
        ...[which.programmeId, which.kind, which.giver, (latest?.version ?? 0) + 1],
        ...[filled.title, filled.summary, filled.body, hash, at, by],
      ],
    );
    if (text !== undefined) return text;
  }
  throw new Error('versions of a consent text are published faster than they can be read');
}

async function keepTemplate(sql: Sql, which: Which, draft: ConsentDraft): Promise<void> {
  await sql.query('insert into setting (key, value) values ($1, $2) on conflict (key) do nothing', [
    templateKey(which),
    storableJson(draft),
  ]);
}

/** The three lines explain the document and are no part of it: mended ones ask nobody again. */
async function resummed(sql: Sql, text: ConsentText, { summary }: ConsentDraft): Promise<ConsentText> {
  await sql.query('update consent_text set summary = $2 where id = $1', [text.id, summary]);
  return { ...text, summary };
}

async function templates(sql: Sql, programmeId: string): ReturnType<Texts['templates']> {
  const rows: Awaited<ReturnType<Texts['templates']>> = [];
  for (const kind of consentKinds) {
    for (const giver of consentGivers) {
      const { template, latest } = await source(sql, { programmeId, kind, giver });
      rows.push({ kind, giver, version: latest?.version ?? 0, ...(template ?? seedTexts[kind][giver]) });
    }
  }
  return rows;
}

async function mustCoordinate(sql: Sql, personId: string, programmeId: string): Promise<void> {
  const [found] = await sql.query(
    `select from appointment a join person p on p.id = a.person_id
     where a.person_id = $1 and p.programme_id = $2 and a.role in ('coordinator', 'administrator') and a.ended_at is null`,
    [personId, programmeId],
  );
  if (found === undefined) throw new Refusal('may-not-decide');
}

function hashOf({ title, body }: ConsentDraft): string {
  return createHash('sha256').update(`${title}\n${body}`).digest('hex');
}
