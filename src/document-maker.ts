import { createHash } from 'node:crypto';
import { exportBase } from './base-desk.ts';
import { baseScopeOf } from './database/repositories/base-entries.ts';
import { readConsentRecord } from './database/repositories/consent-record.ts';
import { createConsentTexts } from './database/repositories/consent-texts.ts';
import { createDiplomaBook } from './database/repositories/diploma-book.ts';
import { createDocumentRecipes } from './database/repositories/document-recipes.ts';
import { dossierOf } from './database/repositories/dossier.ts';
import { createPeopleBook } from './database/repositories/people-book.ts';
import { createProgrammeBook } from './database/repositories/programme-book.ts';
import { createStoredFileBook } from './database/repositories/stored-file-book.ts';
import type { Database } from './database/sql.ts';
import { printShown } from './desks/diploma-print.ts';
import { eventCalendarOf } from './desks/event-calendar.ts';
import { qrPicture } from './desks/qr.ts';
import { renderPdf } from './documents/pdf.ts';
import type { Clock } from './domain/calendar/clock.ts';
import type { DocumentMaker, DocumentRecipe } from './domain/files/document.ts';
import type { PdfDocument } from './domain/files/pdf-document.ts';
import { xlsxMime } from './domain/files/sheet-plan.ts';
import { type FileContent, type FileShelf, FileTrouble } from './domain/files/stored-file.ts';
import { Refusal } from './domain/refusal.ts';
import { consentPdf, consentTextPdf } from './texts/consent-document.ts';
import { dossierPdf } from './texts/privacy-pdf.ts';

type MakerDeps = { database: Database; clock: Clock };
type Made = Awaited<ReturnType<DocumentMaker['make']>>;
type RecipeOf<Kind> = Extract<DocumentRecipe, { document: Kind }>;
/** One maker for each kind of document. */
type Makers = {
  [Kind in DocumentRecipe['document']]: (recipe: RecipeOf<Kind>, deps: MakerDeps) => Promise<Made>;
};

const makers: Makers = {
  async 'consent-text'({ textId }, { database }) {
    const text = await createConsentTexts(database).textById(textId);
    if (text === null) throw unknown();
    const programmes = await createProgrammeBook(database).list();
    const programme = programmes.find(({ id }) => id === text.programmeId);
    return pdf(consentTextPdf(text, programme?.timeZone ?? 'UTC'));
  },
  async consent({ consentId }, { database }) {
    const record = await readConsentRecord(database, consentId);
    if (record === null) throw unknown();
    return pdf(consentPdf(record));
  },
  async dossier({ personId, format }, { database, clock }) {
    const dossier = await dossierOf(database, personId);
    if (format === 'json') return json(dossier);
    const { timeZone } = await createPeopleBook(database).accountsOf(personId);
    return pdf(dossierPdf(dossier, clock.now(), timeZone));
  },
  async diploma({ diplomaId }, { database }) {
    const diploma = await createDiplomaBook(database).find(diplomaId);
    // Whoever asked for it has been erased since, or it holds no longer.
    if (diploma === null || diploma.shown === null || diploma.revokedAt !== null) throw unknown();
    const { mime, bytes } = await printShown(database, diploma.shown);
    return { mime, bytes };
  },
  async ticket({ address }) {
    return { mime: 'image/png', bytes: await qrPicture(address) };
  },
  async 'event-calendar'({ contestId }, { database }) {
    const calendar = await eventCalendarOf(database, contestId);
    if (calendar === null) throw unknown();
    return calendar;
  },
  async base({ base, staffId }, { database, clock }) {
    try {
      // A whole city leaves through the panel alone, even if somebody has risen since they pressed.
      const { organizationIds } = await baseScopeOf(database, { staffId });
      if (organizationIds === null) throw unknown();
      return { mime: xlsxMime, bytes: await exportBase(database, base, { staffId }, clock.now()) };
    } catch (error) {
      // Whoever is staff no more gets no base, however often it is tried.
      throw error instanceof Refusal ? unknown() : error;
    }
  },
};

/** Renders a document from rows as they are now. A final `FileTrouble('document-unknown')` where there is nothing to render. */
export function createDocumentMaker(deps: MakerDeps): DocumentMaker {
  return {
    make(recipe) {
      // What a row holds was a recipe when it was written; a kind that was taken away since is unknown now.
      const maker = makers[recipe.document] as
        | ((recipe: DocumentRecipe, deps: MakerDeps) => Promise<Made>)
        | undefined;
      return maker === undefined ? Promise.reject(unknown()) : maker(recipe, deps);
    },
  };
}

/** The shelf of all files: a document of ours is rendered when it is first read, and kept as it was then. */
export function createDocumentShelf({
  database,
  maker,
}: {
  database: Database;
  maker: DocumentMaker;
}): FileShelf {
  const stored = createStoredFileBook(database);
  const recipes = createDocumentRecipes(database);
  /** One text of a consent goes to a whole city at once: whoever comes while it is rendered waits for the same one. */
  const inHand = new Map<string, Promise<FileContent | null>>();

  async function render(id: string): Promise<FileContent | null> {
    const recipe = await recipes.wanted(id);
    // Somebody else may have rendered it since it was looked for.
    if (recipe === null) return stored.read(id);
    const { mime, bytes } = await maker.make(recipe);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    // Of two processes the first one keeps its bytes, and both hand out those.
    await stored.store(id, { mime, bytes, sha256 });
    return stored.read(id);
  }

  return {
    async read(id) {
      const found = await stored.read(id);
      if (found !== null) return found;
      const rendering = inHand.get(id) ?? render(id).finally(() => inHand.delete(id));
      inHand.set(id, rendering);
      return rendering.catch((error: unknown) => {
        if (error instanceof FileTrouble && error.final) return null;
        throw error;
      });
    },
  };
}

async function pdf(document: PdfDocument): Promise<Made> {
  return { mime: 'application/pdf', bytes: await renderPdf(document) };
}

function json(value: unknown): Made {
  return { mime: 'application/json', bytes: Buffer.from(JSON.stringify(value, null, 2)) };
}

function unknown(): FileTrouble {
  return new FileTrouble('document-unknown', { final: true });
}
