import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import type { FastifyError, FastifyPluginAsync } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { largestFile } from '../../domain/files/stored-file.ts';
import type { Log } from '../../domain/log.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import type { Staff } from '../../domain/staff/staff.ts';
import type { StaffDoor } from '../../domain/staff/staff-door.ts';
import { applicationRoutes } from './applications.route.ts';
import { auditRoutes } from './audit.route.ts';
import { baseRoutes } from './bases.route.ts';
import { calendarFeedsRoute } from './calendar-feeds.route.ts';
import { competenciesRoute } from './competencies.route.ts';
import { consentTextsRoute } from './consent-texts.route.ts';
import { consentRoutes } from './consents.route.ts';
import { contestEntriesRoute } from './contest-entries.route.ts';
import { contestJudgingRoute } from './contest-judging.route.ts';
import { contestResultsRoute } from './contest-results.route.ts';
import { contestsRoute } from './contests.route.ts';
import { deliveryRoutes } from './deliveries.route.ts';
import { diplomasRoute } from './diplomas.route.ts';
import { doubleRoutes } from './doubles.route.ts';
import { errandsRoute } from './errands.route.ts';
import { guardStaff } from './guard.ts';
import { holidaysRoute } from './holidays.route.ts';
import { mailingFilesRoute } from './mailing-files.route.ts';
import { mailingsRoute } from './mailings.route.ts';
import { namesRoute } from './names.route.ts';
import { openApiInfo, withProblems } from './openapi.ts';
import { orderActsRoute } from './order-acts.route.ts';
import { ordersRoute } from './orders.route.ts';
import { organizationRoutes } from './organizations.route.ts';
import { overviewRoute } from './overview.route.ts';
import { pairPeopleRoutes } from './pair-people.route.ts';
import { pairRoutes } from './pairs.route.ts';
import { papersRoute } from './papers.route.ts';
import { peopleRoutes } from './people.route.ts';
import { answerProblem, sendProblem } from './problem.ts';
import { reminderRulesRoute } from './reminder-rules.route.ts';
import { roadmapRoute } from './roadmap.route.ts';
import { roadmapDraftsRoute } from './roadmap-drafts.route.ts';
import { selfRoute } from './self.route.ts';
import { sessionRoutes } from './session.route.ts';
import { settingsRoute } from './settings.route.ts';
import { signInRoutes } from './sign-in.route.ts';
import { staffRoutes } from './staff.route.ts';
import { staffCookie } from './staff-cookie.ts';
import { suggestionsRoute } from './suggestions.route.ts';
import { synonymsRoute } from './synonyms.route.ts';
import { tasksRoute } from './tasks.route.ts';
import { templatesRoute } from './templates.route.ts';
import { tokenRoutes } from './token.route.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set wherever callers are `staff`. */
    staff: Staff | null;
  }
}

export type ApiDeps = {
  desks: Desks;
  door: StaffDoor;
  publicUrl: string | null;
  now(): Date;
  /** From one address; `callsPerMinute` if not given. */
  perMinute?: number;
  log: Log;
};

/** More than a school behind one address needs, less than a machine would like. */
const callsPerMinute = 1200;

/** What the panel and other programs call; everything below `/api`. */
export function api({
  desks,
  door,
  publicUrl,
  now,
  perMinute = callsPerMinute,
  log,
}: ApiDeps): FastifyPluginAsync {
  return async (app) => {
    const session = staffCookie(publicUrl);
    await app.register(rateLimit, { max: perMinute, timeWindow: '1 minute' });
    await app.register(helmet, {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: session.options.secure && { maxAge: 15_552_000 },
    });
    await app.register(cookie);
    await app.register(multipart, {
      limits: { files: 3, fields: 50, fieldSize: 128 * 1024, fileSize: largestFile },
    });
    await app.register(swagger, {
      openapi: openApiInfo,
      transform: withProblems(jsonSchemaTransform),
      transformObject: jsonSchemaTransformObject,
    });
    guardStaff(app, { door, cookie: session, now });
    app.setErrorHandler((error: FastifyError, request, reply) => answerProblem(error, request, reply, log));
    app.setNotFoundHandler((_request, reply) => sendProblem(reply, 404, 'not-found'));
    app.register(mailingFilesRoute(desks));
    app.register(mailingsRoute(desks));
    app.register(selfRoute(desks));
    app.register(competenciesRoute(desks));
    app.register(synonymsRoute(desks));
    app.register(suggestionsRoute(desks));
    app.register(settingsRoute(desks));
    app.register(reminderRulesRoute(desks));
    app.register(holidaysRoute(desks));
    app.register(consentTextsRoute(desks));
    app.register(peopleRoutes(desks));
    app.register(baseRoutes(desks));
    app.register(consentRoutes(desks));
    app.register(pairRoutes(desks));
    app.register(pairPeopleRoutes(desks));
    app.register(doubleRoutes(desks));
    app.register(deliveryRoutes(desks));
    app.register(organizationRoutes(desks));
    app.register(overviewRoute(desks));
    app.register(tasksRoute(desks));
    app.register(errandsRoute(desks));
    app.register(signInRoutes(desks, { session, publicUrl }));
    app.register(sessionRoutes(desks, session));
    app.register(tokenRoutes(desks));
    app.register(staffRoutes(desks));
    app.register(auditRoutes(desks));
    app.register(roadmapRoute(desks));
    app.register(roadmapDraftsRoute(desks));
    app.register(applicationRoutes(desks));
    app.register(calendarFeedsRoute(desks));
    app.register(ordersRoute(desks));
    app.register(templatesRoute(desks));
    app.register(papersRoute(desks));
    app.register(namesRoute(desks));
    app.register(orderActsRoute(desks));
    app.register(contestsRoute(desks));
    app.register(diplomasRoute(desks));
    app.register(contestJudgingRoute(desks));
    app.register(contestResultsRoute(desks));
    app.register(contestEntriesRoute(desks));
    app.get('/openapi.json', { config: { callers: 'anyone' }, schema: { hide: true } }, () => app.swagger());
  };
}
