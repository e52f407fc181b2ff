import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StaffDesk } from '../../domain/pages/staff-desk.ts';
import type { StaffPath } from '../../texts/page-staff-words.ts';
import { sendPage } from './frame.ts';
import type { Html } from './html.ts';
import { lookerOf } from './looker.ts';
import { staffPage } from './staff-view.ts';

export type SendStaff = (
  request: FastifyRequest,
  reply: FastifyReply,
  path: StaffPath,
  inside: Html,
  status?: number,
) => Promise<FastifyReply>;

/** Puts the sections around, as far as they are the visitor's; nobody but staff gets anything. */
export function staffSending(staff: StaffDesk): SendStaff {
  return async (request, reply, path, inside, status = 200) => {
    const looker = lookerOf(request);
    const { isCoordinator } = await staff.welcome(looker.visit);
    const isDone = (request.query as { done?: string }).done === '1';
    return sendPage(reply, looker, staffPage(path, { isCoordinator, isDone }, inside), status);
  };
}
