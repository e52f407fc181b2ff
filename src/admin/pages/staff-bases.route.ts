import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { type Base, bases } from '../../domain/bases/city-base.ts';
import type { PageDesk } from '../../domain/pages/page-desk.ts';
import { Refusal } from '../../domain/refusal.ts';
import { sheetFault } from '../../texts/page-bases.ts';
import { lookerOf, postedOf } from './looker.ts';
import type { Posted } from './posted.ts';
import { sendFile } from './send-file.ts';
import { type BaseOutcome, basesView } from './staff-bases-view.ts';
import { staffSending } from './staff-sending.ts';

type Which = { Params: { base: string } };

/** The bases as spreadsheets, out and in. */
export function staffBasesRoutes({ staff }: Pick<PageDesk, 'staff'>): FastifyPluginAsync {
  const config = { callers: 'visitor' } as const;
  const sendStaff = staffSending(staff);

  async function send(request: FastifyRequest, reply: FastifyReply, outcome: BaseOutcome | null) {
    const looker = lookerOf(request);
    const { isCoordinator } = await staff.welcome(looker.visit);
    const isRefused =
      outcome !== null && ('fault' in outcome || (outcome.result.faults.length > 0 && !outcome.onlyGood));
    const view = basesView(looker, isCoordinator, outcome);
    return sendStaff(request, reply, '/staff/bases', view, isRefused ? 422 : 200);
  }

  return async (app) => {
    app.get('/staff/bases', { config }, async (request, reply) => send(request, reply, null));
    app.get<Which>('/staff/bases/:base/template', { config }, async (request, reply) =>
      sendFile(reply, await staff.baseTemplate(lookerOf(request).visit, named(request.params))),
    );
    app.get<Which>('/staff/bases/:base/export', { config }, async (request, reply) =>
      sendFile(reply, await staff.exportBase(lookerOf(request).visit, named(request.params))),
    );
    app.post<Which>('/staff/bases/:base', { config }, async (request, reply) => {
      const base = named(request.params);
      const posted = postedOf(request);
      const onlyGood = posted.one('only-good') === 'yes';
      try {
        const bytes = sheetIn(posted);
        const result = await staff.importBase(lookerOf(request).visit, base, bytes, { onlyGood });
        return send(request, reply, { base, result, bytes, onlyGood });
      } catch (error) {
        const fault = error instanceof Refusal ? sheetFault(error) : null;
        if (fault === null) throw error;
        return send(request, reply, { base, fault, onlyGood });
      }
    });
  };
}

function named({ base }: Which['Params']): Base {
  const found = bases.find((each) => each === base);
  if (found === undefined) throw new Refusal('not-found');
  return found;
}

/** Chosen just now, or carried over from the page that showed what is wrong with it. */
function sheetIn(posted: Posted): Uint8Array {
  const bytes = posted.file('sheet')?.bytes ?? Buffer.from(posted.one('carried'), 'base64url');
  if (bytes.byteLength === 0) throw new Refusal('file-missing');
  return bytes;
}
