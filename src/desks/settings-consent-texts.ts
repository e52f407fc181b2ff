import { createConsentBook } from '../database/repositories/consent-book.ts';
import { createProgrammeBook } from '../database/repositories/programme-book.ts';
import type { ConsentGiver, ConsentKind } from '../domain/consents/consent.ts';
import { fillDraft, tidyDraft } from '../domain/consents/fill-text.ts';
import type { ConsentTextView, ConsentVersion, SettingsDesk } from '../domain/programme/settings-desk.ts';
import { Refusal } from '../domain/refusal.ts';
import { checkVersion } from '../domain/staff/version.ts';
import { type DeskDeps, type Look, staffLook, staffWork } from './desk-work.ts';

type Texts = Pick<SettingsDesk, 'texts' | 'text' | 'versions' | 'previewText' | 'publishText'>;

export function createConsentTextSettings(deps: DeskDeps): Texts {
  return {
    texts: (staff) => staffLook(deps, staff, 'settings:read', textViews),
    text: (staff, kind, giver) =>
      staffLook(deps, staff, 'settings:read', (look) => textView(look, kind, giver)),

    versions: (staff, kind, giver) =>
      staffLook(deps, staff, 'settings:read', ({ sql, reach }) =>
        sql.query<ConsentVersion>(
          `select version, title, hash, published_at as "publishedAt" from consent_text
           where programme_id = $1 and kind = $2 and giver = $3 order by version desc`,
          [reach.programmeId, kind, giver],
        ),
      ),

    previewText: (staff, draft) =>
      staffLook(deps, staff, 'settings:read', async ({ sql, reach }) => {
        const settings = await createProgrammeBook(sql).settings(reach.programmeId);
        const [programme] = await sql.query<{ name: string }>('select name from programme where id = $1', [
          reach.programmeId,
        ]);
        return fillDraft(tidyDraft(draft), settings, { name: programme?.name ?? '' });
      }),

    publishText: (staff, kind, giver, draft, version) =>
      staffWork(deps, staff, 'settings:write', async (work) => {
        const { sql, reach, at } = work;
        await sql.query('select from programme where id = $1 for no key update', [reach.programmeId]);
        const before = await textView(work, kind, giver);
        checkVersion(before, version);
        await createConsentBook(sql).publish(reach.programmeId, kind, giver, draft, staff.personId, at);
        const after = await textView(work, kind, giver);
        await work.note({
          action: 'consent-text.published',
          subject: { kind: 'consent-text', id: `${kind}:${giver}` },
          before: { version: before.version },
          after: { version: after.version },
        });
        return after;
      }),
  };
}

async function textViews({ sql, reach }: Look): Promise<ConsentTextView[]> {
  const templates = await createConsentBook(sql).templates(reach.programmeId);
  const given = await sql.query<{ kind: ConsentKind; giver: ConsentGiver; givers: number }>(
    `select t.kind, t.giver, count(distinct c.person_id)::int as givers
     from consent c join consent_text t on t.id = c.text_id
     where t.programme_id = $1 and c.withdrawn_at is null group by t.kind, t.giver`,
    [reach.programmeId],
  );
  return templates.map((template) => ({
    ...template,
    givers: given.find(({ kind, giver }) => kind === template.kind && giver === template.giver)?.givers ?? 0,
  }));
}

async function textView(look: Look, kind: ConsentKind, giver: ConsentGiver): Promise<ConsentTextView> {
  const found = (await textViews(look)).find((each) => each.kind === kind && each.giver === giver);
  if (found === undefined) throw new Refusal('text-unknown');
  return found;
}
