// Written by `npm run api-types` from the OpenAPI document; a test compares them. Not to be edited.
export type paths = {
  "/api/administrator-links/look": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { secret: string } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { needsProgramme: boolean; isKnown: boolean } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/administrator-links/open": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { secret: string; administrator?: ({ surname: string; name: string; patronymic?: string }) | (null); programme?: ({ name: string; timeZone: string; officeName: string }) | (null) } } }; responses: { 204: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/applications": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number; sort?: "applied" | "-applied" | "surname" | "-surname"; q?: string; state?: "draft" | "applied" | "confirmed" | "active" | "on-leave" | "left" | "declined"; role?: "mentor" | "mentee" | "curator" | "deputy-head" | "head"; organizationId?: string }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; person: { id: string; surname: string; name: string; patronymic: string }; form: "mentor" | "mentee" | "pupil" | "staff"; role: "mentor" | "mentee" | "curator" | "deputy-head" | "head"; organizationId: string; organizationName: string; state: "draft" | "applied" | "confirmed" | "active" | "on-leave" | "left" | "declined"; appliedAt: (string) | (null); decidedAt: (string) | (null); double: ({ id: string; surname: string; name: string; patronymic: string }) | (null) })[]; total: number; page: number; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/applications/{id}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; person: { id: string; surname: string; name: string; patronymic: string }; form: "mentor" | "mentee" | "pupil" | "staff"; role: "mentor" | "mentee" | "curator" | "deputy-head" | "head"; organizationId: string; organizationName: string; state: "draft" | "applied" | "confirmed" | "active" | "on-leave" | "left" | "declined"; appliedAt: (string) | (null); decidedAt: (string) | (null); double: ({ id: string; surname: string; name: string; patronymic: string }) | (null); minor: boolean; answers: ({ name: string; said: string })[]; steps: ({ kind: string; at: string; by: ({ surname: string; name: string; patronymic: string }) | (null); reason: string | null })[]; may: ("draft" | "applied" | "confirmed" | "active" | "on-leave" | "left" | "declined")[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/applications/{id}/decision": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { to: "confirmed" | "declined" | "active" | "on-leave" | "left"; reason?: string } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; person: { id: string; surname: string; name: string; patronymic: string }; form: "mentor" | "mentee" | "pupil" | "staff"; role: "mentor" | "mentee" | "curator" | "deputy-head" | "head"; organizationId: string; organizationName: string; state: "draft" | "applied" | "confirmed" | "active" | "on-leave" | "left" | "declined"; appliedAt: (string) | (null); decidedAt: (string) | (null); double: ({ id: string; surname: string; name: string; patronymic: string }) | (null); minor: boolean; answers: ({ name: string; said: string })[]; steps: ({ kind: string; at: string; by: ({ surname: string; name: string; patronymic: string }) | (null); reason: string | null })[]; may: ("draft" | "applied" | "confirmed" | "active" | "on-leave" | "left" | "declined")[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/applications/{id}/join": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; person: { id: string; surname: string; name: string; patronymic: string }; form: "mentor" | "mentee" | "pupil" | "staff"; role: "mentor" | "mentee" | "curator" | "deputy-head" | "head"; organizationId: string; organizationName: string; state: "draft" | "applied" | "confirmed" | "active" | "on-leave" | "left" | "declined"; appliedAt: (string) | (null); decidedAt: (string) | (null); double: ({ id: string; surname: string; name: string; patronymic: string }) | (null); minor: boolean; answers: ({ name: string; said: string })[]; steps: ({ kind: string; at: string; by: ({ surname: string; name: string; patronymic: string }) | (null); reason: string | null })[]; may: ("draft" | "applied" | "confirmed" | "active" | "on-leave" | "left" | "declined")[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/applications/{id}/keep-apart": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; person: { id: string; surname: string; name: string; patronymic: string }; form: "mentor" | "mentee" | "pupil" | "staff"; role: "mentor" | "mentee" | "curator" | "deputy-head" | "head"; organizationId: string; organizationName: string; state: "draft" | "applied" | "confirmed" | "active" | "on-leave" | "left" | "declined"; appliedAt: (string) | (null); decidedAt: (string) | (null); double: ({ id: string; surname: string; name: string; patronymic: string }) | (null); minor: boolean; answers: ({ name: string; said: string })[]; steps: ({ kind: string; at: string; by: ({ surname: string; name: string; patronymic: string }) | (null); reason: string | null })[]; may: ("draft" | "applied" | "confirmed" | "active" | "on-leave" | "left" | "declined")[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/attendance": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { ticket: string } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { contestId: string; title: string; guest: { id: string; entryId: string; person: { id: string; surname: string; name: string; patronymic: string }; organizationName: string | null; teamName: string | null; isAuthor: boolean; isWaiting: boolean; joinedAt: string; attendedAt: (string) | (null); way: ("qr" | "list") | (null) }; already: boolean } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/audit": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number; sort?: "at" | "-at"; q?: string; personId?: string; action?: string; subjectKind?: string; subjectId?: string; organizationId?: string; from?: string; to?: string }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; at: string; personId: (string) | (null); personName: string; programmeId: (string) | (null); via: "panel" | "token" | "chat" | "cli"; network: string | null; action: string; subjectKind: string; subjectId: string; organizationId: (string) | (null); organizationName: string | null; before: ({ [key: string]: unknown }) | (null); after: ({ [key: string]: unknown }) | (null) })[]; total: number; page: number; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/audit/export": {
    parameters: Parameters;
    get: { parameters: { query?: { personId?: string; action?: string; subjectKind?: string; subjectId?: string; organizationId?: string; from?: string; to?: string; format?: "csv" | "xlsx" }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/bases/{base}/export": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { base: "mentors" | "mentees" }; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/bases/{base}/import": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: { onlyGood?: "true" | "false" }; header?: never; path: { base: "mentors" | "mentees" }; cookie?: never }; requestBody?: never; responses: { 202: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; kind: string; state: "planned" | "running" | "done" | "failed" | "cancelled"; done: number; total: (number) | (null); isStopping: boolean; facts: { [key: string]: string | number }; fileId: (string) | (null); fault: string | null; createdAt: string; startedAt: (string) | (null); finishedAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/bases/{base}/preview": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { base: "mentors" | "mentees" }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { ready: number; duplicates: ({ number: number; names: string })[]; faults: ({ cell: string; message: string })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/bases/{base}/template": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { base: "mentors" | "mentees" }; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/calendar-feeds": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": ({ id: string; organizationId: (string) | (null); organizationName: string | null; createdAt: string; renewedAt: (string) | (null); readAt: (string) | (null) })[] } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { organizationId: (string) | (null) } } }; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { feed: { id: string; organizationId: (string) | (null); organizationName: string | null; createdAt: string; renewedAt: (string) | (null); readAt: (string) | (null) }; address: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/calendar-feeds/{id}": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post?: never;
    patch?: never;
    delete: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 204: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
  };
  "/api/calendar-feeds/{id}/renewal": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { feed: { id: string; organizationId: (string) | (null); organizationName: string | null; createdAt: string; renewedAt: (string) | (null); readAt: (string) | (null) }; address: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/competencies": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number; sort?: "position" | "-position" | "name" | "-name" | "offered" | "-offered" | "needed" | "-needed"; q?: string; archived?: "true" | "false" }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; name: string; archived: boolean; offered: number; needed: number })[]; total: number; page: number; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { name: string } } }; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { id: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/competencies/{id}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; name: string; archived: boolean } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { name?: string; archived?: boolean } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; name: string; archived: boolean } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    delete?: never;
  };
  "/api/consents/{id}/scan": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/contests": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number; sort?: "closes" | "-closes" | "title" | "-title" | "created" | "-created"; q?: string; stage?: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled" | "open" | "judging"; kind?: "post" | "work" | "event" }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; kind: "post" | "work" | "event"; title: string; opensAt: string; closesAt: string; startsAt: (string) | (null); stage: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled" | "open" | "judging"; entries: number })[]; total: number; page: number; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": ({ from: "template"; key: "my-mentor" | "education-leader" | "best-practices" | "pedagogical-debut" | "mentor-of-the-year" | "intellectual-game" | "forum" }) | ({ from: "blank"; kind: "post" | "work" | "event" }) | ({ from: "copy"; contestId: string }) } }; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { id: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; itemId: (string) | (null); kind: "post" | "work" | "event"; state: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled"; templateKey: string | null; copiedFrom: (string) | (null); createdAt: string; announcedAt: (string) | (null); frozenAt: (string) | (null); checkedAt: (string) | (null); publishedAt: (string) | (null); archivedAt: (string) | (null); cancelledAt: (string) | (null); stage: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled" | "open" | "judging"; item: ({ id: string; code: string; title: string }) | (null); settings: { itemId: (string) | (null); title: string; summary: string; opensAt: string; closesAt: string; judgingUntil: (string) | (null); resultsOn: (string) | (null); startsAt: (string) | (null); endsAt: (string) | (null); terms: { roles: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; organizationIds: ((string)[]) | (null); team: { allowed: boolean; least: number; most: number }; perPerson: number; perNomination: number; hashtags: (string)[]; post: { minLength: number; maxLength: number; needs: "none" | "picture" | "video" | "picture-or-video"; communities: boolean }; work: { files: number; link: boolean; description: { least: number; most: number } }; namesMentor: boolean; blind: boolean; showsComments: boolean; event: { place: string; link: ("") | (string); seats: (number) | (null); waitingList: boolean }; remindDays: (number)[]; recheckHours: number; results: { by: "jury" | "activity" | "mixed"; juryShare: number; normalise: "per-juror" | "none"; activity: { likes: number; reposts: number; comments: number }; thresholds: { winnerPlaces: (number) | (null); laureatePlaces: (number) | (null); winnerScore: (number) | (null); laureateScore: (number) | (null) }; minSheets: number; shownAgainFrom: (number) | (null) }; diplomaPrefix: string; city: string }; announcement: string; nominations: ({ id: (string) | (null); title: string; description: string; hashtags: (string)[]; archived: boolean })[]; criteria: ({ id: (string) | (null); title: string; hint: string; weight: number; scale: number })[] }; entries: { draft: number; checking: number; mending: number; accepted: number; waitlisted: number; found: number; withdrawn: number; rejected: number }; jury: ({ personId: string; name: string; organizations: (string)[]; isChair: boolean; nominationIds: ((string)[]) | (null) })[]; regulations: ({ id: string; name: string; mime: string; size: number }) | (null); files: ({ id: string; name: string; mime: string; size: number; purpose: "announcement" | "material" })[]; posts: ({ occasion: "announcement" | "results"; text: string; state: "planned" | "claimed" | "sent" | "failed" | "uncertain" | "by-hand"; link: string | null })[]; isScored: boolean; lacks: ("summary" | "nominations" | "hashtags" | "criteria" | "close-past" | "event-past")[]; may: { edit: boolean; "edit-criteria": boolean; "edit-jury": boolean; announce: boolean; cancel: boolean; archive: boolean; remove: boolean; "send-materials": boolean } } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { itemId: (string) | (null); title: string; summary: string; opensAt: string; closesAt: string; judgingUntil: (string) | (null); resultsOn: (string) | (null); startsAt: (string) | (null); endsAt: (string) | (null); terms: { roles: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; organizationIds: ((string)[]) | (null); team: { allowed: boolean; least: number; most: number }; perPerson: number; perNomination: number; hashtags: (string)[]; post: { minLength: number; maxLength: number; needs: "none" | "picture" | "video" | "picture-or-video"; communities: boolean }; work: { files: number; link: boolean; description: { least: number; most: number } }; namesMentor: boolean; blind: boolean; showsComments: boolean; event: { place: string; link: ("") | (string); seats: (number) | (null); waitingList: boolean }; remindDays: (number)[]; recheckHours: number; results: { by: "jury" | "activity" | "mixed"; juryShare: number; normalise: "per-juror" | "none"; activity: { likes: number; reposts: number; comments: number }; thresholds: { winnerPlaces: (number) | (null); laureatePlaces: (number) | (null); winnerScore: (number) | (null); laureateScore: (number) | (null) }; minSheets: number; shownAgainFrom: (number) | (null) }; diplomaPrefix: string; city: string }; announcement: string; nominations: ({ id: (string) | (null); title: string; description: string; hashtags: (string)[]; archived: boolean })[]; criteria: ({ id: (string) | (null); title: string; hint: string; weight: number; scale: number })[] } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; itemId: (string) | (null); kind: "post" | "work" | "event"; state: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled"; templateKey: string | null; copiedFrom: (string) | (null); createdAt: string; announcedAt: (string) | (null); frozenAt: (string) | (null); checkedAt: (string) | (null); publishedAt: (string) | (null); archivedAt: (string) | (null); cancelledAt: (string) | (null); stage: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled" | "open" | "judging"; item: ({ id: string; code: string; title: string }) | (null); settings: { itemId: (string) | (null); title: string; summary: string; opensAt: string; closesAt: string; judgingUntil: (string) | (null); resultsOn: (string) | (null); startsAt: (string) | (null); endsAt: (string) | (null); terms: { roles: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; organizationIds: ((string)[]) | (null); team: { allowed: boolean; least: number; most: number }; perPerson: number; perNomination: number; hashtags: (string)[]; post: { minLength: number; maxLength: number; needs: "none" | "picture" | "video" | "picture-or-video"; communities: boolean }; work: { files: number; link: boolean; description: { least: number; most: number } }; namesMentor: boolean; blind: boolean; showsComments: boolean; event: { place: string; link: ("") | (string); seats: (number) | (null); waitingList: boolean }; remindDays: (number)[]; recheckHours: number; results: { by: "jury" | "activity" | "mixed"; juryShare: number; normalise: "per-juror" | "none"; activity: { likes: number; reposts: number; comments: number }; thresholds: { winnerPlaces: (number) | (null); laureatePlaces: (number) | (null); winnerScore: (number) | (null); laureateScore: (number) | (null) }; minSheets: number; shownAgainFrom: (number) | (null) }; diplomaPrefix: string; city: string }; announcement: string; nominations: ({ id: (string) | (null); title: string; description: string; hashtags: (string)[]; archived: boolean })[]; criteria: ({ id: (string) | (null); title: string; hint: string; weight: number; scale: number })[] }; entries: { draft: number; checking: number; mending: number; accepted: number; waitlisted: number; found: number; withdrawn: number; rejected: number }; jury: ({ personId: string; name: string; organizations: (string)[]; isChair: boolean; nominationIds: ((string)[]) | (null) })[]; regulations: ({ id: string; name: string; mime: string; size: number }) | (null); files: ({ id: string; name: string; mime: string; size: number; purpose: "announcement" | "material" })[]; posts: ({ occasion: "announcement" | "results"; text: string; state: "planned" | "claimed" | "sent" | "failed" | "uncertain" | "by-hand"; link: string | null })[]; isScored: boolean; lacks: ("summary" | "nominations" | "hashtags" | "criteria" | "close-past" | "event-past")[]; may: { edit: boolean; "edit-criteria": boolean; "edit-jury": boolean; announce: boolean; cancel: boolean; archive: boolean; remove: boolean; "send-materials": boolean } } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    post?: never;
    patch?: never;
    delete: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 204: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
  };
  "/api/contests/{id}/announcement": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { post: (string) | (null); mailing: ({ text: string; audience: { roles?: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; organizationIds?: (string)[]; applicationStates?: ("applied" | "confirmed" | "active" | "on-leave" | "left" | "declined")[]; pairStates?: ("proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined")[]; lacks?: ("personal-data" | "distribution" | "participation" | "pupil-media") | (null); personIds?: (string)[] }; send: boolean }) | (null) } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { contest: { id: string; itemId: (string) | (null); kind: "post" | "work" | "event"; state: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled"; templateKey: string | null; copiedFrom: (string) | (null); createdAt: string; announcedAt: (string) | (null); frozenAt: (string) | (null); checkedAt: (string) | (null); publishedAt: (string) | (null); archivedAt: (string) | (null); cancelledAt: (string) | (null); stage: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled" | "open" | "judging"; item: ({ id: string; code: string; title: string }) | (null); settings: { itemId: (string) | (null); title: string; summary: string; opensAt: string; closesAt: string; judgingUntil: (string) | (null); resultsOn: (string) | (null); startsAt: (string) | (null); endsAt: (string) | (null); terms: { roles: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; organizationIds: ((string)[]) | (null); team: { allowed: boolean; least: number; most: number }; perPerson: number; perNomination: number; hashtags: (string)[]; post: { minLength: number; maxLength: number; needs: "none" | "picture" | "video" | "picture-or-video"; communities: boolean }; work: { files: number; link: boolean; description: { least: number; most: number } }; namesMentor: boolean; blind: boolean; showsComments: boolean; event: { place: string; link: ("") | (string); seats: (number) | (null); waitingList: boolean }; remindDays: (number)[]; recheckHours: number; results: { by: "jury" | "activity" | "mixed"; juryShare: number; normalise: "per-juror" | "none"; activity: { likes: number; reposts: number; comments: number }; thresholds: { winnerPlaces: (number) | (null); laureatePlaces: (number) | (null); winnerScore: (number) | (null); laureateScore: (number) | (null) }; minSheets: number; shownAgainFrom: (number) | (null) }; diplomaPrefix: string; city: string }; announcement: string; nominations: ({ id: (string) | (null); title: string; description: string; hashtags: (string)[]; archived: boolean })[]; criteria: ({ id: (string) | (null); title: string; hint: string; weight: number; scale: number })[] }; entries: { draft: number; checking: number; mending: number; accepted: number; waitlisted: number; found: number; withdrawn: number; rejected: number }; jury: ({ personId: string; name: string; organizations: (string)[]; isChair: boolean; nominationIds: ((string)[]) | (null) })[]; regulations: ({ id: string; name: string; mime: string; size: number }) | (null); files: ({ id: string; name: string; mime: string; size: number; purpose: "announcement" | "material" })[]; posts: ({ occasion: "announcement" | "results"; text: string; state: "planned" | "claimed" | "sent" | "failed" | "uncertain" | "by-hand"; link: string | null })[]; isScored: boolean; lacks: ("summary" | "nominations" | "hashtags" | "criteria" | "close-past" | "event-past")[]; may: { edit: boolean; "edit-criteria": boolean; "edit-jury": boolean; announce: boolean; cancel: boolean; archive: boolean; remove: boolean; "send-materials": boolean } }; mailingId: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/archive": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; itemId: (string) | (null); kind: "post" | "work" | "event"; state: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled"; templateKey: string | null; copiedFrom: (string) | (null); createdAt: string; announcedAt: (string) | (null); frozenAt: (string) | (null); checkedAt: (string) | (null); publishedAt: (string) | (null); archivedAt: (string) | (null); cancelledAt: (string) | (null); stage: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled" | "open" | "judging"; item: ({ id: string; code: string; title: string }) | (null); settings: { itemId: (string) | (null); title: string; summary: string; opensAt: string; closesAt: string; judgingUntil: (string) | (null); resultsOn: (string) | (null); startsAt: (string) | (null); endsAt: (string) | (null); terms: { roles: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; organizationIds: ((string)[]) | (null); team: { allowed: boolean; least: number; most: number }; perPerson: number; perNomination: number; hashtags: (string)[]; post: { minLength: number; maxLength: number; needs: "none" | "picture" | "video" | "picture-or-video"; communities: boolean }; work: { files: number; link: boolean; description: { least: number; most: number } }; namesMentor: boolean; blind: boolean; showsComments: boolean; event: { place: string; link: ("") | (string); seats: (number) | (null); waitingList: boolean }; remindDays: (number)[]; recheckHours: number; results: { by: "jury" | "activity" | "mixed"; juryShare: number; normalise: "per-juror" | "none"; activity: { likes: number; reposts: number; comments: number }; thresholds: { winnerPlaces: (number) | (null); laureatePlaces: (number) | (null); winnerScore: (number) | (null); laureateScore: (number) | (null) }; minSheets: number; shownAgainFrom: (number) | (null) }; diplomaPrefix: string; city: string }; announcement: string; nominations: ({ id: (string) | (null); title: string; description: string; hashtags: (string)[]; archived: boolean })[]; criteria: ({ id: (string) | (null); title: string; hint: string; weight: number; scale: number })[] }; entries: { draft: number; checking: number; mending: number; accepted: number; waitlisted: number; found: number; withdrawn: number; rejected: number }; jury: ({ personId: string; name: string; organizations: (string)[]; isChair: boolean; nominationIds: ((string)[]) | (null) })[]; regulations: ({ id: string; name: string; mime: string; size: number }) | (null); files: ({ id: string; name: string; mime: string; size: number; purpose: "announcement" | "material" })[]; posts: ({ occasion: "announcement" | "results"; text: string; state: "planned" | "claimed" | "sent" | "failed" | "uncertain" | "by-hand"; link: string | null })[]; isScored: boolean; lacks: ("summary" | "nominations" | "hashtags" | "criteria" | "close-past" | "event-past")[]; may: { edit: boolean; "edit-criteria": boolean; "edit-jury": boolean; announce: boolean; cancel: boolean; archive: boolean; remove: boolean; "send-materials": boolean } } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/calendar": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/cancel": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { reason: string } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; itemId: (string) | (null); kind: "post" | "work" | "event"; state: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled"; templateKey: string | null; copiedFrom: (string) | (null); createdAt: string; announcedAt: (string) | (null); frozenAt: (string) | (null); checkedAt: (string) | (null); publishedAt: (string) | (null); archivedAt: (string) | (null); cancelledAt: (string) | (null); stage: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled" | "open" | "judging"; item: ({ id: string; code: string; title: string }) | (null); settings: { itemId: (string) | (null); title: string; summary: string; opensAt: string; closesAt: string; judgingUntil: (string) | (null); resultsOn: (string) | (null); startsAt: (string) | (null); endsAt: (string) | (null); terms: { roles: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; organizationIds: ((string)[]) | (null); team: { allowed: boolean; least: number; most: number }; perPerson: number; perNomination: number; hashtags: (string)[]; post: { minLength: number; maxLength: number; needs: "none" | "picture" | "video" | "picture-or-video"; communities: boolean }; work: { files: number; link: boolean; description: { least: number; most: number } }; namesMentor: boolean; blind: boolean; showsComments: boolean; event: { place: string; link: ("") | (string); seats: (number) | (null); waitingList: boolean }; remindDays: (number)[]; recheckHours: number; results: { by: "jury" | "activity" | "mixed"; juryShare: number; normalise: "per-juror" | "none"; activity: { likes: number; reposts: number; comments: number }; thresholds: { winnerPlaces: (number) | (null); laureatePlaces: (number) | (null); winnerScore: (number) | (null); laureateScore: (number) | (null) }; minSheets: number; shownAgainFrom: (number) | (null) }; diplomaPrefix: string; city: string }; announcement: string; nominations: ({ id: (string) | (null); title: string; description: string; hashtags: (string)[]; archived: boolean })[]; criteria: ({ id: (string) | (null); title: string; hint: string; weight: number; scale: number })[] }; entries: { draft: number; checking: number; mending: number; accepted: number; waitlisted: number; found: number; withdrawn: number; rejected: number }; jury: ({ personId: string; name: string; organizations: (string)[]; isChair: boolean; nominationIds: ((string)[]) | (null) })[]; regulations: ({ id: string; name: string; mime: string; size: number }) | (null); files: ({ id: string; name: string; mime: string; size: number; purpose: "announcement" | "material" })[]; posts: ({ occasion: "announcement" | "results"; text: string; state: "planned" | "claimed" | "sent" | "failed" | "uncertain" | "by-hand"; link: string | null })[]; isScored: boolean; lacks: ("summary" | "nominations" | "hashtags" | "criteria" | "close-past" | "event-past")[]; may: { edit: boolean; "edit-criteria": boolean; "edit-jury": boolean; announce: boolean; cancel: boolean; archive: boolean; remove: boolean; "send-materials": boolean } } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/diplomas": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { groups: ("diplomas" | "certificates" | "mentors" | "jurors" | "people")[]; personIds?: (string)[]; corrections?: ({ personId: string; gender: ("male" | "female") | (null); post: string; nameForms: ({ genitive: string; dative: string; accusative: string; instrumental: string; prepositional: string }) | (null); postForms: ({ genitive: string; dative: string; accusative: string; instrumental: string; prepositional: string }) | (null); remember: boolean })[]; templates?: { [key: string]: string }; count: number } } }; responses: { 202: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; kind: string; state: "planned" | "running" | "done" | "failed" | "cancelled"; done: number; total: (number) | (null); isStopping: boolean; facts: { [key: string]: string | number }; fileId: (string) | (null); fault: string | null; createdAt: string; startedAt: (string) | (null); finishedAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/diplomas/archive": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 202: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; kind: string; state: "planned" | "running" | "done" | "failed" | "cancelled"; done: number; total: (number) | (null); isStopping: boolean; facts: { [key: string]: string | number }; fileId: (string) | (null); fault: string | null; createdAt: string; startedAt: (string) | (null); finishedAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/diplomas/candidates": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { personIds?: (string)[]; corrections?: ({ personId: string; gender: ("male" | "female") | (null); post: string; nameForms: ({ genitive: string; dative: string; accusative: string; instrumental: string; prepositional: string }) | (null); postForms: ({ genitive: string; dative: string; accusative: string; instrumental: string; prepositional: string }) | (null); remember: boolean })[] } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ key: string; group: "diplomas" | "certificates" | "mentors" | "jurors" | "people"; kind: "diploma" | "gratitude" | "certificate"; award: ("winner" | "laureate" | "participant") | (null); place: (number) | (null); personId: string; entryId: (string) | (null); organization: string; nomination: string; work: string; team: string; recipient: { name: { nominative: string; forms: { genitive: string; dative: string; accusative: string; instrumental: string; prepositional: string } }; post: { nominative: string; forms: { genitive: string; dative: string; accusative: string; instrumental: string; prepositional: string } }; gender: ("male" | "female") | (null) }; doubtful: boolean; corrected: boolean; issued: ({ id: string; number: string }) | (null) })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/diplomas/preview": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { personIds?: (string)[]; corrections?: ({ personId: string; gender: ("male" | "female") | (null); post: string; nameForms: ({ genitive: string; dative: string; accusative: string; instrumental: string; prepositional: string }) | (null); postForms: ({ genitive: string; dative: string; accusative: string; instrumental: string; prepositional: string }) | (null); remember: boolean })[]; templates?: { [key: string]: string }; key: string } } }; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/diplomas/sending": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 202: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; kind: string; state: "planned" | "running" | "done" | "failed" | "cancelled"; done: number; total: (number) | (null); isStopping: boolean; facts: { [key: string]: string | number }; fileId: (string) | (null); fault: string | null; createdAt: string; startedAt: (string) | (null); finishedAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/enclosures/{purpose}": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string; purpose: "announcement" | "material" }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; itemId: (string) | (null); kind: "post" | "work" | "event"; state: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled"; templateKey: string | null; copiedFrom: (string) | (null); createdAt: string; announcedAt: (string) | (null); frozenAt: (string) | (null); checkedAt: (string) | (null); publishedAt: (string) | (null); archivedAt: (string) | (null); cancelledAt: (string) | (null); stage: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled" | "open" | "judging"; item: ({ id: string; code: string; title: string }) | (null); settings: { itemId: (string) | (null); title: string; summary: string; opensAt: string; closesAt: string; judgingUntil: (string) | (null); resultsOn: (string) | (null); startsAt: (string) | (null); endsAt: (string) | (null); terms: { roles: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; organizationIds: ((string)[]) | (null); team: { allowed: boolean; least: number; most: number }; perPerson: number; perNomination: number; hashtags: (string)[]; post: { minLength: number; maxLength: number; needs: "none" | "picture" | "video" | "picture-or-video"; communities: boolean }; work: { files: number; link: boolean; description: { least: number; most: number } }; namesMentor: boolean; blind: boolean; showsComments: boolean; event: { place: string; link: ("") | (string); seats: (number) | (null); waitingList: boolean }; remindDays: (number)[]; recheckHours: number; results: { by: "jury" | "activity" | "mixed"; juryShare: number; normalise: "per-juror" | "none"; activity: { likes: number; reposts: number; comments: number }; thresholds: { winnerPlaces: (number) | (null); laureatePlaces: (number) | (null); winnerScore: (number) | (null); laureateScore: (number) | (null) }; minSheets: number; shownAgainFrom: (number) | (null) }; diplomaPrefix: string; city: string }; announcement: string; nominations: ({ id: (string) | (null); title: string; description: string; hashtags: (string)[]; archived: boolean })[]; criteria: ({ id: (string) | (null); title: string; hint: string; weight: number; scale: number })[] }; entries: { draft: number; checking: number; mending: number; accepted: number; waitlisted: number; found: number; withdrawn: number; rejected: number }; jury: ({ personId: string; name: string; organizations: (string)[]; isChair: boolean; nominationIds: ((string)[]) | (null) })[]; regulations: ({ id: string; name: string; mime: string; size: number }) | (null); files: ({ id: string; name: string; mime: string; size: number; purpose: "announcement" | "material" })[]; posts: ({ occasion: "announcement" | "results"; text: string; state: "planned" | "claimed" | "sent" | "failed" | "uncertain" | "by-hand"; link: string | null })[]; isScored: boolean; lacks: ("summary" | "nominations" | "hashtags" | "criteria" | "close-past" | "event-past")[]; may: { edit: boolean; "edit-criteria": boolean; "edit-jury": boolean; announce: boolean; cancel: boolean; archive: boolean; remove: boolean; "send-materials": boolean } } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/entries": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number; sort?: "submitted" | "-submitted" | "author" | "-author" | "title" | "-title" | "likes" | "-likes"; q?: string; state?: ("draft" | "checking" | "mending" | "accepted" | "waitlisted" | "found" | "withdrawn" | "rejected") | (("draft" | "checking" | "mending" | "accepted" | "waitlisted" | "found" | "withdrawn" | "rejected")[]); nominationId?: string; organizationId?: string; trouble?: "true" | "false"; marked?: "true" | "false" }; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; state: "draft" | "checking" | "mending" | "accepted" | "waitlisted" | "found" | "withdrawn" | "rejected"; source: "chat" | "panel" | "found"; title: string; teamName: string | null; link: string | null; post: string | null; submittedAt: (string) | (null); createdAt: string; author: ({ id: string; surname: string; name: string; patronymic: string }) | (null); organizationName: string | null; nominationTitle: string | null; trouble: ({ code: string; text: string; since: (string) | (null) }) | (null); excerpt: string; findings: number; isMarked: boolean; likes: (number) | (null) })[]; total: number; page: number; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { personId: string; nominationId: string; title?: string; description?: string; link?: string } } }; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { id: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/entries/export": {
    parameters: Parameters;
    get: { parameters: { query?: { sort?: "submitted" | "-submitted" | "author" | "-author" | "title" | "-title" | "likes" | "-likes"; q?: string; state?: ("draft" | "checking" | "mending" | "accepted" | "waitlisted" | "found" | "withdrawn" | "rejected") | (("draft" | "checking" | "mending" | "accepted" | "waitlisted" | "found" | "withdrawn" | "rejected")[]); nominationId?: string; organizationId?: string; trouble?: "true" | "false"; marked?: "true" | "false" }; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/entries/{entryId}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string; entryId: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; state: "draft" | "checking" | "mending" | "accepted" | "waitlisted" | "found" | "withdrawn" | "rejected"; source: "chat" | "panel" | "found"; title: string; teamName: string | null; link: string | null; post: string | null; submittedAt: (string) | (null); createdAt: string; author: ({ id: string; surname: string; name: string; patronymic: string }) | (null); organizationName: string | null; nominationTitle: string | null; trouble: ({ code: string; text: string; since: (string) | (null) }) | (null); contestId: string; description: string; nominationId: (string) | (null); organizationId: (string) | (null); team: ({ id: string; surname: string; name: string; patronymic: string; role: "author" | "member" })[]; mentor: ({ id: string; surname: string; name: string; patronymic: string; answer: "asked" | "agreed" | "declined" }) | (null); findings: (string)[]; marks: (string)[]; marksSeenAt: (string) | (null); checkDueAt: (string) | (null); checkedAt: (string) | (null); decidedAt: (string) | (null); decidedBy: string | null; withdrawnAt: (string) | (null); reason: string; community: ({ id: number; link: string; isConfirmed: boolean }) | (null); snapshots: ({ takenAt: string; text: string; attachments: ({ kind: "photo" | "video" | "doc" | "link" | "audio" | "poll" | "other"; title: string | null; url: string | null })[]; publishedAt: string; editedAt: (string) | (null) })[]; counters: ({ at: string; likes: number; reposts: number; comments: number; views: (number) | (null); final: boolean })[]; files: ({ id: string; name: string; mime: string; size: (number) | (null); state: string })[]; history: ({ at: string; action: string; by: string | null })[]; may: ("accept" | "mend" | "reject" | "nominate" | "check" | "withdraw" | "restore" | "assign" | "dismiss" | "marks-seen" | "confirm-community" | "unconfirm-community")[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/entries/{entryId}/files": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string; entryId: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; state: "draft" | "checking" | "mending" | "accepted" | "waitlisted" | "found" | "withdrawn" | "rejected"; source: "chat" | "panel" | "found"; title: string; teamName: string | null; link: string | null; post: string | null; submittedAt: (string) | (null); createdAt: string; author: ({ id: string; surname: string; name: string; patronymic: string }) | (null); organizationName: string | null; nominationTitle: string | null; trouble: ({ code: string; text: string; since: (string) | (null) }) | (null); contestId: string; description: string; nominationId: (string) | (null); organizationId: (string) | (null); team: ({ id: string; surname: string; name: string; patronymic: string; role: "author" | "member" })[]; mentor: ({ id: string; surname: string; name: string; patronymic: string; answer: "asked" | "agreed" | "declined" }) | (null); findings: (string)[]; marks: (string)[]; marksSeenAt: (string) | (null); checkDueAt: (string) | (null); checkedAt: (string) | (null); decidedAt: (string) | (null); decidedBy: string | null; withdrawnAt: (string) | (null); reason: string; community: ({ id: number; link: string; isConfirmed: boolean }) | (null); snapshots: ({ takenAt: string; text: string; attachments: ({ kind: "photo" | "video" | "doc" | "link" | "audio" | "poll" | "other"; title: string | null; url: string | null })[]; publishedAt: string; editedAt: (string) | (null) })[]; counters: ({ at: string; likes: number; reposts: number; comments: number; views: (number) | (null); final: boolean })[]; files: ({ id: string; name: string; mime: string; size: (number) | (null); state: string })[]; history: ({ at: string; action: string; by: string | null })[]; may: ("accept" | "mend" | "reject" | "nominate" | "check" | "withdraw" | "restore" | "assign" | "dismiss" | "marks-seen" | "confirm-community" | "unconfirm-community")[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/entries/{entryId}/files/{fileId}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string; entryId: string; fileId: string }; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/entries/{entryId}/steps": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string; entryId: string }; cookie?: never }; requestBody: { content: { "application/json": ({ step: "accept" | "mend" | "reject" | "dismiss"; reason: string }) | ({ step: "withdraw" | "restore"; reason?: string }) | ({ step: "nominate"; nominationId: string }) | ({ step: "assign"; personId: string }) | ({ step: "check" | "marks-seen" | "confirm-community" | "unconfirm-community" }) } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; state: "draft" | "checking" | "mending" | "accepted" | "waitlisted" | "found" | "withdrawn" | "rejected"; source: "chat" | "panel" | "found"; title: string; teamName: string | null; link: string | null; post: string | null; submittedAt: (string) | (null); createdAt: string; author: ({ id: string; surname: string; name: string; patronymic: string }) | (null); organizationName: string | null; nominationTitle: string | null; trouble: ({ code: string; text: string; since: (string) | (null) }) | (null); contestId: string; description: string; nominationId: (string) | (null); organizationId: (string) | (null); team: ({ id: string; surname: string; name: string; patronymic: string; role: "author" | "member" })[]; mentor: ({ id: string; surname: string; name: string; patronymic: string; answer: "asked" | "agreed" | "declined" }) | (null); findings: (string)[]; marks: (string)[]; marksSeenAt: (string) | (null); checkDueAt: (string) | (null); checkedAt: (string) | (null); decidedAt: (string) | (null); decidedBy: string | null; withdrawnAt: (string) | (null); reason: string; community: ({ id: number; link: string; isConfirmed: boolean }) | (null); snapshots: ({ takenAt: string; text: string; attachments: ({ kind: "photo" | "video" | "doc" | "link" | "audio" | "poll" | "other"; title: string | null; url: string | null })[]; publishedAt: string; editedAt: (string) | (null) })[]; counters: ({ at: string; likes: number; reposts: number; comments: number; views: (number) | (null); final: boolean })[]; files: ({ id: string; name: string; mime: string; size: (number) | (null); state: string })[]; history: ({ at: string; action: string; by: string | null })[]; may: ("accept" | "mend" | "reject" | "nominate" | "check" | "withdraw" | "restore" | "assign" | "dismiss" | "marks-seen" | "confirm-community" | "unconfirm-community")[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/files/{fileId}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string; fileId: string }; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete: { parameters: { query?: never; header?: never; path: { id: string; fileId: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; itemId: (string) | (null); kind: "post" | "work" | "event"; state: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled"; templateKey: string | null; copiedFrom: (string) | (null); createdAt: string; announcedAt: (string) | (null); frozenAt: (string) | (null); checkedAt: (string) | (null); publishedAt: (string) | (null); archivedAt: (string) | (null); cancelledAt: (string) | (null); stage: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled" | "open" | "judging"; item: ({ id: string; code: string; title: string }) | (null); settings: { itemId: (string) | (null); title: string; summary: string; opensAt: string; closesAt: string; judgingUntil: (string) | (null); resultsOn: (string) | (null); startsAt: (string) | (null); endsAt: (string) | (null); terms: { roles: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; organizationIds: ((string)[]) | (null); team: { allowed: boolean; least: number; most: number }; perPerson: number; perNomination: number; hashtags: (string)[]; post: { minLength: number; maxLength: number; needs: "none" | "picture" | "video" | "picture-or-video"; communities: boolean }; work: { files: number; link: boolean; description: { least: number; most: number } }; namesMentor: boolean; blind: boolean; showsComments: boolean; event: { place: string; link: ("") | (string); seats: (number) | (null); waitingList: boolean }; remindDays: (number)[]; recheckHours: number; results: { by: "jury" | "activity" | "mixed"; juryShare: number; normalise: "per-juror" | "none"; activity: { likes: number; reposts: number; comments: number }; thresholds: { winnerPlaces: (number) | (null); laureatePlaces: (number) | (null); winnerScore: (number) | (null); laureateScore: (number) | (null) }; minSheets: number; shownAgainFrom: (number) | (null) }; diplomaPrefix: string; city: string }; announcement: string; nominations: ({ id: (string) | (null); title: string; description: string; hashtags: (string)[]; archived: boolean })[]; criteria: ({ id: (string) | (null); title: string; hint: string; weight: number; scale: number })[] }; entries: { draft: number; checking: number; mending: number; accepted: number; waitlisted: number; found: number; withdrawn: number; rejected: number }; jury: ({ personId: string; name: string; organizations: (string)[]; isChair: boolean; nominationIds: ((string)[]) | (null) })[]; regulations: ({ id: string; name: string; mime: string; size: number }) | (null); files: ({ id: string; name: string; mime: string; size: number; purpose: "announcement" | "material" })[]; posts: ({ occasion: "announcement" | "results"; text: string; state: "planned" | "claimed" | "sent" | "failed" | "uncertain" | "by-hand"; link: string | null })[]; isScored: boolean; lacks: ("summary" | "nominations" | "hashtags" | "criteria" | "close-past" | "event-past")[]; may: { edit: boolean; "edit-criteria": boolean; "edit-jury": boolean; announce: boolean; cancel: boolean; archive: boolean; remove: boolean; "send-materials": boolean } } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
  };
  "/api/contests/{id}/found-entries": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number }; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; createdAt: string; nominationId: (string) | (null); post: string; excerpt: string; publishedAt: (string) | (null); authorLink: string | null; author: ({ id: string; surname: string; name: string; patronymic: string }) | (null); organizationName: string | null; nominationTitle: string | null; likes: (number) | (null) })[]; total: number; page: number; size: number; invitation: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/guests": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { contestId: string; seats: (number) | (null); seated: number; waiting: number; attended: number; may: { mark: boolean; add: boolean; refuse: boolean }; guests: ({ id: string; entryId: string; person: { id: string; surname: string; name: string; patronymic: string }; organizationName: string | null; teamName: string | null; isAuthor: boolean; isWaiting: boolean; joinedAt: string; attendedAt: (string) | (null); way: ("qr" | "list") | (null) })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { personId: string } } }; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { id: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/guests/export": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/guests/{memberId}/attendance": {
    parameters: Parameters;
    get?: never;
    put: { parameters: { query?: never; header?: never; path: { id: string; memberId: string }; cookie?: never }; requestBody: { content: { "application/json": { attended: boolean } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; entryId: string; person: { id: string; surname: string; name: string; patronymic: string }; organizationName: string | null; teamName: string | null; isAuthor: boolean; isWaiting: boolean; joinedAt: string; attendedAt: (string) | (null); way: ("qr" | "list") | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/jury": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { contestId: string; stage: "draft" | "announced" | "open" | "judging" | "checked" | "published" | "archived" | "cancelled"; mayAskAgain: boolean; shownAgainFrom: number | null; minSheets: number; hopeless: number; jurors: ({ jurorId: string; personId: string; name: string; isChair: boolean; due: number; finished: number; begun: number; untouched: number; left: number; abstained: number; conflicts: number; lastAt: (string) | (null) })[]; rows: ({ entryId: string; title: string; authors: (string)[]; organizationName: string; nomination: string; possible: number; finished: number; range: number | null; isWide: boolean; askedAgainAt: (string) | (null); cells: ({ jurorId: string; state: "untouched" | "begun" | "finished" | "abstained" | "own-entry" | "named-mentor" | "pair" | "organization" | "none"; total: number | null })[] })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/jury/again": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { entryIds: (string)[] } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { sheets: number; told: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/jury/{entryId}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string; entryId: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ jurorId: string; name: string; points: { [key: string]: number }; comment: string; abstained: ("knows-author" | "other") | (null); finishedAt: (string) | (null); askedAgainAt: (string) | (null) })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/jury/{personId}": {
    parameters: Parameters;
    get?: never;
    put: { parameters: { query?: never; header?: never; path: { id: string; personId: string }; cookie?: never }; requestBody: { content: { "application/json": { isChair: boolean; nominationIds: ((string)[]) | (null) } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; itemId: (string) | (null); kind: "post" | "work" | "event"; state: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled"; templateKey: string | null; copiedFrom: (string) | (null); createdAt: string; announcedAt: (string) | (null); frozenAt: (string) | (null); checkedAt: (string) | (null); publishedAt: (string) | (null); archivedAt: (string) | (null); cancelledAt: (string) | (null); stage: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled" | "open" | "judging"; item: ({ id: string; code: string; title: string }) | (null); settings: { itemId: (string) | (null); title: string; summary: string; opensAt: string; closesAt: string; judgingUntil: (string) | (null); resultsOn: (string) | (null); startsAt: (string) | (null); endsAt: (string) | (null); terms: { roles: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; organizationIds: ((string)[]) | (null); team: { allowed: boolean; least: number; most: number }; perPerson: number; perNomination: number; hashtags: (string)[]; post: { minLength: number; maxLength: number; needs: "none" | "picture" | "video" | "picture-or-video"; communities: boolean }; work: { files: number; link: boolean; description: { least: number; most: number } }; namesMentor: boolean; blind: boolean; showsComments: boolean; event: { place: string; link: ("") | (string); seats: (number) | (null); waitingList: boolean }; remindDays: (number)[]; recheckHours: number; results: { by: "jury" | "activity" | "mixed"; juryShare: number; normalise: "per-juror" | "none"; activity: { likes: number; reposts: number; comments: number }; thresholds: { winnerPlaces: (number) | (null); laureatePlaces: (number) | (null); winnerScore: (number) | (null); laureateScore: (number) | (null) }; minSheets: number; shownAgainFrom: (number) | (null) }; diplomaPrefix: string; city: string }; announcement: string; nominations: ({ id: (string) | (null); title: string; description: string; hashtags: (string)[]; archived: boolean })[]; criteria: ({ id: (string) | (null); title: string; hint: string; weight: number; scale: number })[] }; entries: { draft: number; checking: number; mending: number; accepted: number; waitlisted: number; found: number; withdrawn: number; rejected: number }; jury: ({ personId: string; name: string; organizations: (string)[]; isChair: boolean; nominationIds: ((string)[]) | (null) })[]; regulations: ({ id: string; name: string; mime: string; size: number }) | (null); files: ({ id: string; name: string; mime: string; size: number; purpose: "announcement" | "material" })[]; posts: ({ occasion: "announcement" | "results"; text: string; state: "planned" | "claimed" | "sent" | "failed" | "uncertain" | "by-hand"; link: string | null })[]; isScored: boolean; lacks: ("summary" | "nominations" | "hashtags" | "criteria" | "close-past" | "event-past")[]; may: { edit: boolean; "edit-criteria": boolean; "edit-jury": boolean; announce: boolean; cancel: boolean; archive: boolean; remove: boolean; "send-materials": boolean } } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    post?: never;
    patch?: never;
    delete: { parameters: { query?: never; header?: never; path: { id: string; personId: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; itemId: (string) | (null); kind: "post" | "work" | "event"; state: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled"; templateKey: string | null; copiedFrom: (string) | (null); createdAt: string; announcedAt: (string) | (null); frozenAt: (string) | (null); checkedAt: (string) | (null); publishedAt: (string) | (null); archivedAt: (string) | (null); cancelledAt: (string) | (null); stage: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled" | "open" | "judging"; item: ({ id: string; code: string; title: string }) | (null); settings: { itemId: (string) | (null); title: string; summary: string; opensAt: string; closesAt: string; judgingUntil: (string) | (null); resultsOn: (string) | (null); startsAt: (string) | (null); endsAt: (string) | (null); terms: { roles: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; organizationIds: ((string)[]) | (null); team: { allowed: boolean; least: number; most: number }; perPerson: number; perNomination: number; hashtags: (string)[]; post: { minLength: number; maxLength: number; needs: "none" | "picture" | "video" | "picture-or-video"; communities: boolean }; work: { files: number; link: boolean; description: { least: number; most: number } }; namesMentor: boolean; blind: boolean; showsComments: boolean; event: { place: string; link: ("") | (string); seats: (number) | (null); waitingList: boolean }; remindDays: (number)[]; recheckHours: number; results: { by: "jury" | "activity" | "mixed"; juryShare: number; normalise: "per-juror" | "none"; activity: { likes: number; reposts: number; comments: number }; thresholds: { winnerPlaces: (number) | (null); laureatePlaces: (number) | (null); winnerScore: (number) | (null); laureateScore: (number) | (null) }; minSheets: number; shownAgainFrom: (number) | (null) }; diplomaPrefix: string; city: string }; announcement: string; nominations: ({ id: (string) | (null); title: string; description: string; hashtags: (string)[]; archived: boolean })[]; criteria: ({ id: (string) | (null); title: string; hint: string; weight: number; scale: number })[] }; entries: { draft: number; checking: number; mending: number; accepted: number; waitlisted: number; found: number; withdrawn: number; rejected: number }; jury: ({ personId: string; name: string; organizations: (string)[]; isChair: boolean; nominationIds: ((string)[]) | (null) })[]; regulations: ({ id: string; name: string; mime: string; size: number }) | (null); files: ({ id: string; name: string; mime: string; size: number; purpose: "announcement" | "material" })[]; posts: ({ occasion: "announcement" | "results"; text: string; state: "planned" | "claimed" | "sent" | "failed" | "uncertain" | "by-hand"; link: string | null })[]; isScored: boolean; lacks: ("summary" | "nominations" | "hashtags" | "criteria" | "close-past" | "event-past")[]; may: { edit: boolean; "edit-criteria": boolean; "edit-jury": boolean; announce: boolean; cancel: boolean; archive: boolean; remove: boolean; "send-materials": boolean } } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
  };
  "/api/contests/{id}/materials/sending": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { namesOthers: boolean } } }; responses: { 202: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; kind: string; state: "planned" | "running" | "done" | "failed" | "cancelled"; done: number; total: (number) | (null); isStopping: boolean; facts: { [key: string]: string | number }; fileId: (string) | (null); fault: string | null; createdAt: string; startedAt: (string) | (null); finishedAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/posts/{occasion}": {
    parameters: Parameters;
    get?: never;
    put: { parameters: { query?: never; header?: never; path: { id: string; occasion: "announcement" | "results" }; cookie?: never }; requestBody: { content: { "application/json": { link: string } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; itemId: (string) | (null); kind: "post" | "work" | "event"; state: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled"; templateKey: string | null; copiedFrom: (string) | (null); createdAt: string; announcedAt: (string) | (null); frozenAt: (string) | (null); checkedAt: (string) | (null); publishedAt: (string) | (null); archivedAt: (string) | (null); cancelledAt: (string) | (null); stage: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled" | "open" | "judging"; item: ({ id: string; code: string; title: string }) | (null); settings: { itemId: (string) | (null); title: string; summary: string; opensAt: string; closesAt: string; judgingUntil: (string) | (null); resultsOn: (string) | (null); startsAt: (string) | (null); endsAt: (string) | (null); terms: { roles: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; organizationIds: ((string)[]) | (null); team: { allowed: boolean; least: number; most: number }; perPerson: number; perNomination: number; hashtags: (string)[]; post: { minLength: number; maxLength: number; needs: "none" | "picture" | "video" | "picture-or-video"; communities: boolean }; work: { files: number; link: boolean; description: { least: number; most: number } }; namesMentor: boolean; blind: boolean; showsComments: boolean; event: { place: string; link: ("") | (string); seats: (number) | (null); waitingList: boolean }; remindDays: (number)[]; recheckHours: number; results: { by: "jury" | "activity" | "mixed"; juryShare: number; normalise: "per-juror" | "none"; activity: { likes: number; reposts: number; comments: number }; thresholds: { winnerPlaces: (number) | (null); laureatePlaces: (number) | (null); winnerScore: (number) | (null); laureateScore: (number) | (null) }; minSheets: number; shownAgainFrom: (number) | (null) }; diplomaPrefix: string; city: string }; announcement: string; nominations: ({ id: (string) | (null); title: string; description: string; hashtags: (string)[]; archived: boolean })[]; criteria: ({ id: (string) | (null); title: string; hint: string; weight: number; scale: number })[] }; entries: { draft: number; checking: number; mending: number; accepted: number; waitlisted: number; found: number; withdrawn: number; rejected: number }; jury: ({ personId: string; name: string; organizations: (string)[]; isChair: boolean; nominationIds: ((string)[]) | (null) })[]; regulations: ({ id: string; name: string; mime: string; size: number }) | (null); files: ({ id: string; name: string; mime: string; size: number; purpose: "announcement" | "material" })[]; posts: ({ occasion: "announcement" | "results"; text: string; state: "planned" | "claimed" | "sent" | "failed" | "uncertain" | "by-hand"; link: string | null })[]; isScored: boolean; lacks: ("summary" | "nominations" | "hashtags" | "criteria" | "close-past" | "event-past")[]; may: { edit: boolean; "edit-criteria": boolean; "edit-jury": boolean; announce: boolean; cancel: boolean; archive: boolean; remove: boolean; "send-materials": boolean } } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/registrations/{entryId}/refusal": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string; entryId: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { contestId: string; seats: (number) | (null); seated: number; waiting: number; attended: number; may: { mark: boolean; add: boolean; refuse: boolean }; guests: ({ id: string; entryId: string; person: { id: string; surname: string; name: string; patronymic: string }; organizationName: string | null; teamName: string | null; isAuthor: boolean; isWaiting: boolean; joinedAt: string; attendedAt: (string) | (null); way: ("qr" | "list") | (null) })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/regulations": {
    parameters: Parameters;
    get?: never;
    put: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; itemId: (string) | (null); kind: "post" | "work" | "event"; state: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled"; templateKey: string | null; copiedFrom: (string) | (null); createdAt: string; announcedAt: (string) | (null); frozenAt: (string) | (null); checkedAt: (string) | (null); publishedAt: (string) | (null); archivedAt: (string) | (null); cancelledAt: (string) | (null); stage: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled" | "open" | "judging"; item: ({ id: string; code: string; title: string }) | (null); settings: { itemId: (string) | (null); title: string; summary: string; opensAt: string; closesAt: string; judgingUntil: (string) | (null); resultsOn: (string) | (null); startsAt: (string) | (null); endsAt: (string) | (null); terms: { roles: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; organizationIds: ((string)[]) | (null); team: { allowed: boolean; least: number; most: number }; perPerson: number; perNomination: number; hashtags: (string)[]; post: { minLength: number; maxLength: number; needs: "none" | "picture" | "video" | "picture-or-video"; communities: boolean }; work: { files: number; link: boolean; description: { least: number; most: number } }; namesMentor: boolean; blind: boolean; showsComments: boolean; event: { place: string; link: ("") | (string); seats: (number) | (null); waitingList: boolean }; remindDays: (number)[]; recheckHours: number; results: { by: "jury" | "activity" | "mixed"; juryShare: number; normalise: "per-juror" | "none"; activity: { likes: number; reposts: number; comments: number }; thresholds: { winnerPlaces: (number) | (null); laureatePlaces: (number) | (null); winnerScore: (number) | (null); laureateScore: (number) | (null) }; minSheets: number; shownAgainFrom: (number) | (null) }; diplomaPrefix: string; city: string }; announcement: string; nominations: ({ id: (string) | (null); title: string; description: string; hashtags: (string)[]; archived: boolean })[]; criteria: ({ id: (string) | (null); title: string; hint: string; weight: number; scale: number })[] }; entries: { draft: number; checking: number; mending: number; accepted: number; waitlisted: number; found: number; withdrawn: number; rejected: number }; jury: ({ personId: string; name: string; organizations: (string)[]; isChair: boolean; nominationIds: ((string)[]) | (null) })[]; regulations: ({ id: string; name: string; mime: string; size: number }) | (null); files: ({ id: string; name: string; mime: string; size: number; purpose: "announcement" | "material" })[]; posts: ({ occasion: "announcement" | "results"; text: string; state: "planned" | "claimed" | "sent" | "failed" | "uncertain" | "by-hand"; link: string | null })[]; isScored: boolean; lacks: ("summary" | "nominations" | "hashtags" | "criteria" | "close-past" | "event-past")[]; may: { edit: boolean; "edit-criteria": boolean; "edit-jury": boolean; announce: boolean; cancel: boolean; archive: boolean; remove: boolean; "send-materials": boolean } } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/results": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { contestId: string; title: string; stage: "draft" | "announced" | "open" | "judging" | "checked" | "published" | "archived" | "cancelled"; isStored: boolean; checkedAt: (string) | (null); publishedAt: (string) | (null); unfinished: { sheets: number; entries: number; isActivityOpen: boolean }; rules: { by: "jury" | "activity" | "mixed"; juryShare: number; normalise: "per-juror" | "none"; activity: { likes: number; reposts: number; comments: number }; thresholds: { winnerPlaces: (number) | (null); laureatePlaces: (number) | (null); winnerScore: number | null; laureateScore: number | null }; minSheets: number; shownAgainFrom: number | null }; criteria: ({ id: string; position: number; title: string; hint: string; weight: number; scale: number })[]; nominations: ({ id: string; title: string })[]; jurors: ({ id: string; name: string })[]; entries: ({ id: string; title: string; authors: (string)[]; teamName: string | null; organizationName: string; activity: ({ likes: number; reposts: number; comments: number; views: (number) | (null) }) | (null) })[]; ranking: { nominations: ({ nominationId: string; pool: ({ mean: number; spread: number; sheets: number }) | (null); jurors: ({ jurorId: string; sheets: number; mean: number; spread: number; way: "scaled" | "shifted" | "as-given"; factor: number })[]; ranked: ({ entryId: string; sheets: ({ jurorId: string; raw: number; normalised: number })[]; raw: number | null; jury: number | null; median: number | null; criteria: { [key: string]: number }; activity: ({ weighted: number; score: number }) | (null); score: number; place: number; award: "winner" | "laureate" | "participant"; tie: ("median" | "criterion" | "shared") | (null) })[]; unranked: ({ entryId: string; sheets: ({ jurorId: string; raw: number; normalised: number })[]; raw: number | null; jury: number | null; median: number | null; criteria: { [key: string]: number }; activity: ({ weighted: number; score: number }) | (null); reason: "too-few-sheets" | "no-activity" })[] })[] }; hasProtocol: boolean } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/results/check": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { force: (string) | (null) } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { contestId: string; title: string; stage: "draft" | "announced" | "open" | "judging" | "checked" | "published" | "archived" | "cancelled"; isStored: boolean; checkedAt: (string) | (null); publishedAt: (string) | (null); unfinished: { sheets: number; entries: number; isActivityOpen: boolean }; rules: { by: "jury" | "activity" | "mixed"; juryShare: number; normalise: "per-juror" | "none"; activity: { likes: number; reposts: number; comments: number }; thresholds: { winnerPlaces: (number) | (null); laureatePlaces: (number) | (null); winnerScore: number | null; laureateScore: number | null }; minSheets: number; shownAgainFrom: number | null }; criteria: ({ id: string; position: number; title: string; hint: string; weight: number; scale: number })[]; nominations: ({ id: string; title: string })[]; jurors: ({ id: string; name: string })[]; entries: ({ id: string; title: string; authors: (string)[]; teamName: string | null; organizationName: string; activity: ({ likes: number; reposts: number; comments: number; views: (number) | (null) }) | (null) })[]; ranking: { nominations: ({ nominationId: string; pool: ({ mean: number; spread: number; sheets: number }) | (null); jurors: ({ jurorId: string; sheets: number; mean: number; spread: number; way: "scaled" | "shifted" | "as-given"; factor: number })[]; ranked: ({ entryId: string; sheets: ({ jurorId: string; raw: number; normalised: number })[]; raw: number | null; jury: number | null; median: number | null; criteria: { [key: string]: number }; activity: ({ weighted: number; score: number }) | (null); score: number; place: number; award: "winner" | "laureate" | "participant"; tie: ("median" | "criterion" | "shared") | (null) })[]; unranked: ({ entryId: string; sheets: ({ jurorId: string; raw: number; normalised: number })[]; raw: number | null; jury: number | null; median: number | null; criteria: { [key: string]: number }; activity: ({ weighted: number; score: number }) | (null); reason: "too-few-sheets" | "no-activity" })[] })[] }; hasProtocol: boolean } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/results/notices": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 202: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; kind: string; state: "planned" | "running" | "done" | "failed" | "cancelled"; done: number; total: (number) | (null); isStopping: boolean; facts: { [key: string]: string | number }; fileId: (string) | (null); fault: string | null; createdAt: string; startedAt: (string) | (null); finishedAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/results/protocol": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { number: (string) | (null); heldOn: (string) | (null); absent: (string)[]; secretary: ({ name: string; post: string }) | (null) } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { contestId: string; title: string; stage: "draft" | "announced" | "open" | "judging" | "checked" | "published" | "archived" | "cancelled"; isStored: boolean; checkedAt: (string) | (null); publishedAt: (string) | (null); unfinished: { sheets: number; entries: number; isActivityOpen: boolean }; rules: { by: "jury" | "activity" | "mixed"; juryShare: number; normalise: "per-juror" | "none"; activity: { likes: number; reposts: number; comments: number }; thresholds: { winnerPlaces: (number) | (null); laureatePlaces: (number) | (null); winnerScore: number | null; laureateScore: number | null }; minSheets: number; shownAgainFrom: number | null }; criteria: ({ id: string; position: number; title: string; hint: string; weight: number; scale: number })[]; nominations: ({ id: string; title: string })[]; jurors: ({ id: string; name: string })[]; entries: ({ id: string; title: string; authors: (string)[]; teamName: string | null; organizationName: string; activity: ({ likes: number; reposts: number; comments: number; views: (number) | (null) }) | (null) })[]; ranking: { nominations: ({ nominationId: string; pool: ({ mean: number; spread: number; sheets: number }) | (null); jurors: ({ jurorId: string; sheets: number; mean: number; spread: number; way: "scaled" | "shifted" | "as-given"; factor: number })[]; ranked: ({ entryId: string; sheets: ({ jurorId: string; raw: number; normalised: number })[]; raw: number | null; jury: number | null; median: number | null; criteria: { [key: string]: number }; activity: ({ weighted: number; score: number }) | (null); score: number; place: number; award: "winner" | "laureate" | "participant"; tie: ("median" | "criterion" | "shared") | (null) })[]; unranked: ({ entryId: string; sheets: ({ jurorId: string; raw: number; normalised: number })[]; raw: number | null; jury: number | null; median: number | null; criteria: { [key: string]: number }; activity: ({ weighted: number; score: number }) | (null); reason: "too-few-sheets" | "no-activity" })[] })[] }; hasProtocol: boolean } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/results/publication": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { works: number; people: number; reachable: number; namedOnSite: number; namedInVk: number; showsComments: boolean; post: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { post: "planned" | "by-hand" | "none"; text: string } } }; responses: { 202: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; kind: string; state: "planned" | "running" | "done" | "failed" | "cancelled"; done: number; total: (number) | (null); isStopping: boolean; facts: { [key: string]: string | number }; fileId: (string) | (null); fault: string | null; createdAt: string; startedAt: (string) | (null); finishedAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/contests/{id}/results/sheets": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/data-requests": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number; sort?: "due" | "-due"; q?: string; open?: "true" | "false" }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; personId: string; surname: string; name: string; patronymic: string; kind: "export" | "correct" | "withdraw-consent" | "erase"; state: "open" | "farewell" | "done" | "cancelled"; dueOn: string; createdAt: string; settledAt: (string) | (null) })[]; total: number; page: number; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/data-requests/{id}/fulfil": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/deliveries": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number; sort?: "created" | "-created"; q?: string; state?: ("uncertain" | "failed" | "expired") | (("uncertain" | "failed" | "expired")[]) }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; platform: string; state: "planned" | "claimed" | "sent" | "failed" | "uncertain" | "expired"; text: string | null; error: string | null; attempts: number; createdAt: string; settledAt: (string) | (null); replacedBy: (string) | (null); person: ({ id: string; surname: string; name: string; patronymic: string }) | (null) })[]; total: number; page: number; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/deliveries/{id}/again": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { id: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/diploma-templates": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ kind: "diploma" | "gratitude" | "certificate"; builtIn: { orientation: "portrait" | "landscape"; accent: "navy" | "burgundy" | "green" | "bronze" | "graphite"; frame: "lines" | "corners" | "braid" | "none"; above: string; heading: string; under: string; lines: ({ style: "plain" | "strong" | "small" | "name"; text: string })[]; signatures: ({ post: string; name: string })[]; picture: ({ fileId: string; place: "background" | "emblem" }) | (null) }; currentId: (string) | (null); versions: ({ id: string; kind: "diploma" | "gratitude" | "certificate"; name: string; version: number; design: { orientation: "portrait" | "landscape"; accent: "navy" | "burgundy" | "green" | "bronze" | "graphite"; frame: "lines" | "corners" | "braid" | "none"; above: string; heading: string; under: string; lines: ({ style: "plain" | "strong" | "small" | "name"; text: string })[]; signatures: ({ post: string; name: string })[]; picture: ({ fileId: string; place: "background" | "emblem" }) | (null) }; createdAt: string; createdBy: string; archivedAt: (string) | (null) })[] })[]; fields: (string)[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { kind: "diploma" | "gratitude" | "certificate"; name: string; design: { orientation: "portrait" | "landscape"; accent: "navy" | "burgundy" | "green" | "bronze" | "graphite"; frame: "lines" | "corners" | "braid" | "none"; above: string; heading: string; under: string; lines: ({ style: "plain" | "strong" | "small" | "name"; text: string })[]; signatures: ({ post: string; name: string })[]; picture: ({ fileId: string; place: "background" | "emblem" }) | (null) } } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { template: ({ id: string; kind: "diploma" | "gratitude" | "certificate"; name: string; version: number; design: { orientation: "portrait" | "landscape"; accent: "navy" | "burgundy" | "green" | "bronze" | "graphite"; frame: "lines" | "corners" | "braid" | "none"; above: string; heading: string; under: string; lines: ({ style: "plain" | "strong" | "small" | "name"; text: string })[]; signatures: ({ post: string; name: string })[]; picture: ({ fileId: string; place: "background" | "emblem" }) | (null) }; createdAt: string; createdBy: string; archivedAt: (string) | (null) }) | (null); faults: ({ code: "field-unknown" | "braces" | "choice-of-three" | "too-long" | "empty" | "too-many-lines" | "too-many-signatures" | "no-signature" | "no-name"; at?: string; name?: string; nearest?: string | null; most?: number })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/diploma-templates/pictures/{place}": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { place: "background" | "emblem" }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": ({ fileId: string }) | ({ code: "picture-kind" | "picture-broken" | "picture-bytes" | "picture-side" | "picture-see-through" }) } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/diploma-templates/preview": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { kind: "diploma" | "gratitude" | "certificate"; design: { orientation: "portrait" | "landscape"; accent: "navy" | "burgundy" | "green" | "bronze" | "graphite"; frame: "lines" | "corners" | "braid" | "none"; above: string; heading: string; under: string; lines: ({ style: "plain" | "strong" | "small" | "name"; text: string })[]; signatures: ({ post: string; name: string })[]; picture: ({ fileId: string; place: "background" | "emblem" }) | (null) } } } }; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/diploma-templates/{id}/archive": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { archived: boolean } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; kind: "diploma" | "gratitude" | "certificate"; name: string; version: number; design: { orientation: "portrait" | "landscape"; accent: "navy" | "burgundy" | "green" | "bronze" | "graphite"; frame: "lines" | "corners" | "braid" | "none"; above: string; heading: string; under: string; lines: ({ style: "plain" | "strong" | "small" | "name"; text: string })[]; signatures: ({ post: string; name: string })[]; picture: ({ fileId: string; place: "background" | "emblem" }) | (null) }; createdAt: string; createdBy: string; archivedAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/diplomas": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number; sort?: "number" | "-number" | "name" | "-name"; q?: string; contestId?: string; kind?: "diploma" | "gratitude" | "certificate"; state?: "waiting" | "told" | "revoked" }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; number: string; kind: "diploma" | "gratitude" | "certificate"; award: ("winner" | "laureate" | "participant") | (null); issuedOn: string; personId: string; name: string; organization: string; contestId: string; contest: string; nomination: string; state: "waiting" | "told" | "revoked"; doubtful: boolean; toldAt: (string) | (null); revokedAt: (string) | (null); reason: string })[]; total: number; page: number; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/diplomas/export": {
    parameters: Parameters;
    get: { parameters: { query?: { sort?: "number" | "-number" | "name" | "-name"; q?: string; contestId?: string; kind?: "diploma" | "gratitude" | "certificate"; state?: "waiting" | "told" | "revoked"; format?: "xlsx" | "csv" }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/diplomas/{id}/file": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/diplomas/{id}/revocation": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { reason: string } } }; responses: { 200: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/diplomas/{id}/successor": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { reason: string; correction?: ({ personId: string; gender: ("male" | "female") | (null); post: string; nameForms: ({ genitive: string; dative: string; accusative: string; instrumental: string; prepositional: string }) | (null); postForms: ({ genitive: string; dative: string; accusative: string; instrumental: string; prepositional: string }) | (null); remember: boolean }) | (null); templates?: { [key: string]: string } } } }; responses: { 202: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; kind: string; state: "planned" | "running" | "done" | "failed" | "cancelled"; done: number; total: (number) | (null); isStopping: boolean; facts: { [key: string]: string | number }; fileId: (string) | (null); fault: string | null; createdAt: string; startedAt: (string) | (null); finishedAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/documents/bases/{base}": {
    parameters: Parameters;
    get: { parameters: { query?: { organizationId?: string }; header?: never; path: { base: "mentors" | "mentees" }; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/documents/consents/{personId}/{kind}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { personId: string; kind: "personal-data" | "distribution" | "participation" | "pupil-media" }; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/documents/programmes/{pairId}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { pairId: string }; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/errands": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; kind: string; state: "planned" | "running" | "done" | "failed" | "cancelled"; done: number; total: (number) | (null); isStopping: boolean; facts: { [key: string]: string | number }; fileId: (string) | (null); fault: string | null; createdAt: string; startedAt: (string) | (null); finishedAt: (string) | (null) })[]; total: number; page: number; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/errands/{id}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; kind: string; state: "planned" | "running" | "done" | "failed" | "cancelled"; done: number; total: (number) | (null); isStopping: boolean; facts: { [key: string]: string | number }; fileId: (string) | (null); fault: string | null; createdAt: string; startedAt: (string) | (null); finishedAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/errands/{id}/cancel": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; kind: string; state: "planned" | "running" | "done" | "failed" | "cancelled"; done: number; total: (number) | (null); isStopping: boolean; facts: { [key: string]: string | number }; fileId: (string) | (null); fault: string | null; createdAt: string; startedAt: (string) | (null); finishedAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/errands/{id}/file": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/judging/contests": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; title: string; stage: "draft" | "announced" | "open" | "judging" | "checked" | "published" | "archived" | "cancelled"; closesAt: string; judgingUntil: (string) | (null); blind: boolean; mayJudge: boolean; isChair: boolean; due: number; finished: number; abstained: number; conflicts: number })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/judging/contests/{id}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; title: string; stage: "draft" | "announced" | "open" | "judging" | "checked" | "published" | "archived" | "cancelled"; closesAt: string; judgingUntil: (string) | (null); blind: boolean; mayJudge: boolean; isChair: boolean; due: number; finished: number; abstained: number; conflicts: number; items: ({ entryId: string; nomination: string; title: string; state: "untouched" | "begun" | "finished" | "abstained"; isAskedAgain: boolean })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/judging/entries/{id}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { points: { [key: string]: number }; comment: string; abstained: ("knows-author" | "other") | (null); finishedAt: (string) | (null); isAskedAgain: boolean; updatedAt: (string) | (null); contest: { id: string; title: string; stage: "draft" | "announced" | "open" | "judging" | "checked" | "published" | "archived" | "cancelled"; closesAt: string; judgingUntil: (string) | (null); blind: boolean; mayJudge: boolean; showsComments: boolean }; criteria: ({ id: string; position: number; title: string; hint: string; weight: number; scale: number })[]; work: { entryId: string; nomination: string; title: string; description: string; link: string | null; post: ({ text: string; attachments: (string)[]; url: string | null }) | (null); files: ({ id: string; name: string; mime: string; size: number })[]; authors: ((string)[]) | (null); organizationName: string | null; teamName: string | null } } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/judging/entries/{id}/abstention": {
    parameters: Parameters;
    get?: never;
    put: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { why: ("knows-author" | "other") | (null) } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { points: { [key: string]: number }; comment: string; abstained: ("knows-author" | "other") | (null); finishedAt: (string) | (null); isAskedAgain: boolean; updatedAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/judging/entries/{id}/files/{fileId}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string; fileId: string }; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/judging/entries/{id}/finish": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { points: { [key: string]: number }; comment: string; abstained: ("knows-author" | "other") | (null); finishedAt: (string) | (null); isAskedAgain: boolean; updatedAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/judging/entries/{id}/sheet": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post?: never;
    patch: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { points?: ({ criterionId: string; points: (number) | (null) })[]; comment?: string } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { points: { [key: string]: number }; comment: string; abstained: ("knows-author" | "other") | (null); finishedAt: (string) | (null); isAskedAgain: boolean; updatedAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    delete?: never;
  };
  "/api/likely-doubles": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number; sort?: "surname" | "-surname"; q?: string }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ one: { id: string; surname: string; name: string; patronymic: string; birthYear: (number) | (null); organizations: (string)[]; hasChat: boolean }; other: { id: string; surname: string; name: string; patronymic: string; birthYear: (number) | (null); organizations: (string)[]; hasChat: boolean }; reasons: ("same-name" | "similar-name" | "same-phone")[] })[]; total: number; page: number; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/mailings": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number; sort?: "createdAt" | "-createdAt"; q?: string; state?: "draft" | "sending" | "paused" | "stopped" | "done" }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; title: string; authorName: string; state: "draft" | "sending" | "paused" | "stopped" | "done"; counts: { planned: number; queued: number; sent: number; failed: number; uncertain: number; skipped: number }; createdAt: string; startedAt: (string) | (null); settledAt: (string) | (null) })[]; total: number; page: number; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { title: string; text: string; namesOthers: boolean; otherText?: (string) | (null); audience: { roles?: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; organizationIds?: (string)[]; applicationStates?: ("applied" | "confirmed" | "active" | "on-leave" | "left" | "declined")[]; pairStates?: ("proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined")[]; lacks?: ("personal-data" | "distribution" | "participation" | "pupil-media") | (null); personIds?: (string)[] } } } }; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { id: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/mailings/{id}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; organizationIds: ((string)[]) | (null); authorId: string; authorName: string; title: string; text: string; namesOthers: boolean; otherText: string | null; audience: { roles: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; organizationIds: (string)[]; applicationStates: (string)[]; pairStates: ("proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined")[]; lacks: ("personal-data" | "distribution" | "participation" | "pupil-media") | (null); personIds: (string)[] }; people: ({ id: string; name: string })[]; files: ({ id: string; name: string; mime: string; size: number })[]; state: "draft" | "sending" | "paused" | "stopped" | "done"; copiedFrom: (string) | (null); createdAt: string; startedAt: (string) | (null); settledAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { title: string; text: string; namesOthers: boolean; otherText?: (string) | (null); audience: { roles?: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; organizationIds?: (string)[]; applicationStates?: ("applied" | "confirmed" | "active" | "on-leave" | "left" | "declined")[]; pairStates?: ("proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined")[]; lacks?: ("personal-data" | "distribution" | "participation" | "pupil-media") | (null); personIds?: (string)[] } } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; organizationIds: ((string)[]) | (null); authorId: string; authorName: string; title: string; text: string; namesOthers: boolean; otherText: string | null; audience: { roles: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; organizationIds: (string)[]; applicationStates: (string)[]; pairStates: ("proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined")[]; lacks: ("personal-data" | "distribution" | "participation" | "pupil-media") | (null); personIds: (string)[] }; people: ({ id: string; name: string })[]; files: ({ id: string; name: string; mime: string; size: number })[]; state: "draft" | "sending" | "paused" | "stopped" | "done"; copiedFrom: (string) | (null); createdAt: string; startedAt: (string) | (null); settledAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    post?: never;
    patch?: never;
    delete: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 204: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
  };
  "/api/mailings/{id}/copy": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { id: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/mailings/{id}/files": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; name: string; mime: string; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/mailings/{id}/files/{fileId}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string; fileId: string }; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete: { parameters: { query?: never; header?: never; path: { id: string; fileId: string }; cookie?: never }; requestBody?: never; responses: { 204: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
  };
  "/api/mailings/{id}/pause": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": ({ readers?: number }) | (null) } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { state: "draft" | "sending" | "paused" | "stopped" | "done"; counts: { planned: number; queued: number; sent: number; failed: number; uncertain: number; skipped: number }; finishesAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/mailings/{id}/preview": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { forecast: { total: number; byPlatform: { [key: string]: number }; skipped: { [key: string]: number }; otherText: number }; finishesAt: (string) | (null); sample: ({ id: string; name: string })[]; shown: { reader: string; text: string; otherText: string | null } } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/mailings/{id}/progress": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { state: "draft" | "sending" | "paused" | "stopped" | "done"; counts: { planned: number; queued: number; sent: number; failed: number; uncertain: number; skipped: number }; finishesAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/mailings/{id}/recipients": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number; sort?: "surname" | "-surname"; q?: string; state?: "planned" | "queued" | "sent" | "failed" | "uncertain" | "skipped" }; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ personId: string; surname: string; name: string; patronymic: string; organizations: (string)[]; state: "planned" | "queued" | "sent" | "failed" | "uncertain" | "skipped"; reason: string | null; platform: string | null; settledAt: (string) | (null) })[]; total: number; page: number; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/mailings/{id}/resume": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": ({ readers?: number }) | (null) } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { state: "draft" | "sending" | "paused" | "stopped" | "done"; counts: { planned: number; queued: number; sent: number; failed: number; uncertain: number; skipped: number }; finishesAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/mailings/{id}/retry": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": ({ readers?: number }) | (null) } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { state: "draft" | "sending" | "paused" | "stopped" | "done"; counts: { planned: number; queued: number; sent: number; failed: number; uncertain: number; skipped: number }; finishesAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/mailings/{id}/start": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": ({ readers?: number }) | (null) } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { state: "draft" | "sending" | "paused" | "stopped" | "done"; counts: { planned: number; queued: number; sent: number; failed: number; uncertain: number; skipped: number }; finishesAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/mailings/{id}/stop": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": ({ readers?: number }) | (null) } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { state: "draft" | "sending" | "paused" | "stopped" | "done"; counts: { planned: number; queued: number; sent: number; failed: number; uncertain: number; skipped: number }; finishesAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/mentees": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number; sort?: "surname" | "-surname" | "organization" | "-organization" | "since" | "-since"; q?: string; organization?: string; paired?: "true" | "false" }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; surname: string; name: string; patronymic: string; organizationId: string; organizationName: string; state: ("confirmed" | "active" | "on-leave") | (null); pupil: boolean; requests: (string)[]; mentors: ({ id: string; surname: string; name: string; patronymic: string })[]; since: string })[]; total: number; page: number; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/mentees/{id}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; surname: string; name: string; patronymic: string; organizationId: string; organizationName: string; state: ("confirmed" | "active" | "on-leave") | (null); pupil: boolean; requests: (string)[]; mentors: ({ id: string; surname: string; name: string; patronymic: string })[]; since: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/mentees/{id}/suggestions": {
    parameters: Parameters;
    get: { parameters: { query?: { limit?: number }; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ mentor: { id: string; surname: string; name: string; patronymic: string; organizationId: string; organizationName: string }; score: number; reasons: (({ kind: "competencies"; fits: ({ request: string; competency: string })[]; needed: number }) | ({ kind: "no-competencies"; needed: number }) | ({ kind: "same-subject"; subject: string }) | ({ kind: "same-organization" }) | ({ kind: "form"; form: "teacher-teacher" | "head-teacher" | "employer-teacher" | "employer-pupil" | "student-pupil" | "pupil-pupil" | "university-teacher" | "partner-teacher" }) | ({ kind: "other-forms" }) | ({ kind: "capacity"; left: number; of: number }) | ({ kind: "experience"; experience: "none" | "to-3" | "to-10" | "over-10" }) | ({ kind: "unreachable" }))[] })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/mentors": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number; sort?: "surname" | "-surname" | "organization" | "-organization" | "since" | "-since"; q?: string; organization?: string; free?: "true" | "false" }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; surname: string; name: string; patronymic: string; organizationId: string; organizationName: string; state: ("confirmed" | "active" | "on-leave") | (null); pupil: boolean; competencies: (string)[]; forms: (string)[]; capacity: number; load: number })[]; total: number; page: number; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/name-exceptions": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; part: "surname" | "name" | "patronymic" | "post"; gender: ("male" | "female") | (null); nominative: string; forms: { genitive?: string; dative?: string; accusative?: string; instrumental?: string; prepositional?: string } })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/name-exceptions/{id}": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post?: never;
    patch?: never;
    delete: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 204: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
  };
  "/api/orders": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number; sort?: "created" | "-created" | "organization" | "-organization" | "ordered" | "-ordered"; q?: string; state?: "draft" | "printed" | "registered" | "cancelled"; organizationId?: string }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; organizationId: string; organizationName: string; state: "draft" | "printed" | "registered" | "cancelled"; number: string | null; orderedOn: (string) | (null); pairs: number; isPrintCurrent: boolean; hasScan: boolean; createdAt: string })[]; total: number; page: number; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { organizationId: string; pairIds: (string)[] } } }; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { id: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/orders/candidates": {
    parameters: Parameters;
    get: { parameters: { query: { organizationId: string }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { pairs: ({ id: string; mentor: string; mentees: (string)[]; form: string; fromOn: string; toOn: string })[]; officials: ({ personId: string; name: string; role: string })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/orders/drafts": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { ids: (string)[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/orders/print": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { ids: (string)[] } } }; responses: { 202: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; kind: string; state: "planned" | "running" | "done" | "failed" | "cancelled"; done: number; total: (number) | (null); isStopping: boolean; facts: { [key: string]: string | number }; fileId: (string) | (null); fault: string | null; createdAt: string; startedAt: (string) | (null); finishedAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/orders/waiting": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ organizationId: string; organizationName: string; pairs: number })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/orders/{id}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; organizationId: string; organizationName: string; organizationShortName: string; state: "draft" | "printed" | "registered" | "cancelled"; templateId: (string) | (null); isPrintCurrent: boolean; number: string | null; orderedOn: (string) | (null); fileId: (string) | (null); scanFileId: (string) | (null); createdAt: string; basis: string; points: (string)[]; controlId: (string) | (null); signerId: (string) | (null); pairs: ({ id: string; state: "proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined"; mentorId: string; menteeIds: (string)[]; form: string; fromOn: string; toOn: string; goal: string })[]; people: ({ personId: string; name: string; post: string; gender: ("male" | "female") | (null); nameForms: { genitive?: string; dative?: string; accusative?: string; instrumental?: string; prepositional?: string }; postForms: { genitive?: string; dative?: string; accusative?: string; instrumental?: string; prepositional?: string }; doubtful: boolean; corrected: boolean })[]; events: ({ kind: "drafted" | "edited" | "name-corrected" | "printed" | "registered" | "renumbered" | "scanned" | "cancelled"; facts: { [key: string]: string | number }; at: string; by: string })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { basis: string; points: (string)[]; controlId: (string) | (null); signerId: (string) | (null); pairIds: (string)[] } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; organizationId: string; organizationName: string; organizationShortName: string; state: "draft" | "printed" | "registered" | "cancelled"; templateId: (string) | (null); isPrintCurrent: boolean; number: string | null; orderedOn: (string) | (null); fileId: (string) | (null); scanFileId: (string) | (null); createdAt: string; basis: string; points: (string)[]; controlId: (string) | (null); signerId: (string) | (null); pairs: ({ id: string; state: "proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined"; mentorId: string; menteeIds: (string)[]; form: string; fromOn: string; toOn: string; goal: string })[]; people: ({ personId: string; name: string; post: string; gender: ("male" | "female") | (null); nameForms: { genitive?: string; dative?: string; accusative?: string; instrumental?: string; prepositional?: string }; postForms: { genitive?: string; dative?: string; accusative?: string; instrumental?: string; prepositional?: string }; doubtful: boolean; corrected: boolean })[]; events: ({ kind: "drafted" | "edited" | "name-corrected" | "printed" | "registered" | "renumbered" | "scanned" | "cancelled"; facts: { [key: string]: string | number }; at: string; by: string })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    delete?: never;
  };
  "/api/orders/{id}/cancel": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { reason: string } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; organizationId: string; organizationName: string; organizationShortName: string; state: "draft" | "printed" | "registered" | "cancelled"; templateId: (string) | (null); isPrintCurrent: boolean; number: string | null; orderedOn: (string) | (null); fileId: (string) | (null); scanFileId: (string) | (null); createdAt: string; basis: string; points: (string)[]; controlId: (string) | (null); signerId: (string) | (null); pairs: ({ id: string; state: "proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined"; mentorId: string; menteeIds: (string)[]; form: string; fromOn: string; toOn: string; goal: string })[]; people: ({ personId: string; name: string; post: string; gender: ("male" | "female") | (null); nameForms: { genitive?: string; dative?: string; accusative?: string; instrumental?: string; prepositional?: string }; postForms: { genitive?: string; dative?: string; accusative?: string; instrumental?: string; prepositional?: string }; doubtful: boolean; corrected: boolean })[]; events: ({ kind: "drafted" | "edited" | "name-corrected" | "printed" | "registered" | "renumbered" | "scanned" | "cancelled"; facts: { [key: string]: string | number }; at: string; by: string })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/orders/{id}/file": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/orders/{id}/people/{personId}": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post?: never;
    patch: { parameters: { query?: never; header?: never; path: { id: string; personId: string }; cookie?: never }; requestBody: { content: { "application/json": { gender: ("male" | "female") | (null); post: string; nameForms: ({ genitive: string; dative: string; accusative: string; instrumental: string; prepositional: string }) | (null); postForms: ({ genitive: string; dative: string; accusative: string; instrumental: string; prepositional: string }) | (null); remember: boolean } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; organizationId: string; organizationName: string; organizationShortName: string; state: "draft" | "printed" | "registered" | "cancelled"; templateId: (string) | (null); isPrintCurrent: boolean; number: string | null; orderedOn: (string) | (null); fileId: (string) | (null); scanFileId: (string) | (null); createdAt: string; basis: string; points: (string)[]; controlId: (string) | (null); signerId: (string) | (null); pairs: ({ id: string; state: "proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined"; mentorId: string; menteeIds: (string)[]; form: string; fromOn: string; toOn: string; goal: string })[]; people: ({ personId: string; name: string; post: string; gender: ("male" | "female") | (null); nameForms: { genitive?: string; dative?: string; accusative?: string; instrumental?: string; prepositional?: string }; postForms: { genitive?: string; dative?: string; accusative?: string; instrumental?: string; prepositional?: string }; doubtful: boolean; corrected: boolean })[]; events: ({ kind: "drafted" | "edited" | "name-corrected" | "printed" | "registered" | "renumbered" | "scanned" | "cancelled"; facts: { [key: string]: string | number }; at: string; by: string })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    delete?: never;
  };
  "/api/orders/{id}/preview": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { lines: (string)[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/orders/{id}/print": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; organizationId: string; organizationName: string; organizationShortName: string; state: "draft" | "printed" | "registered" | "cancelled"; templateId: (string) | (null); isPrintCurrent: boolean; number: string | null; orderedOn: (string) | (null); fileId: (string) | (null); scanFileId: (string) | (null); createdAt: string; basis: string; points: (string)[]; controlId: (string) | (null); signerId: (string) | (null); pairs: ({ id: string; state: "proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined"; mentorId: string; menteeIds: (string)[]; form: string; fromOn: string; toOn: string; goal: string })[]; people: ({ personId: string; name: string; post: string; gender: ("male" | "female") | (null); nameForms: { genitive?: string; dative?: string; accusative?: string; instrumental?: string; prepositional?: string }; postForms: { genitive?: string; dative?: string; accusative?: string; instrumental?: string; prepositional?: string }; doubtful: boolean; corrected: boolean })[]; events: ({ kind: "drafted" | "edited" | "name-corrected" | "printed" | "registered" | "renumbered" | "scanned" | "cancelled"; facts: { [key: string]: string | number }; at: string; by: string })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/orders/{id}/registration": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { number: string; orderedOn: string } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; organizationId: string; organizationName: string; organizationShortName: string; state: "draft" | "printed" | "registered" | "cancelled"; templateId: (string) | (null); isPrintCurrent: boolean; number: string | null; orderedOn: (string) | (null); fileId: (string) | (null); scanFileId: (string) | (null); createdAt: string; basis: string; points: (string)[]; controlId: (string) | (null); signerId: (string) | (null); pairs: ({ id: string; state: "proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined"; mentorId: string; menteeIds: (string)[]; form: string; fromOn: string; toOn: string; goal: string })[]; people: ({ personId: string; name: string; post: string; gender: ("male" | "female") | (null); nameForms: { genitive?: string; dative?: string; accusative?: string; instrumental?: string; prepositional?: string }; postForms: { genitive?: string; dative?: string; accusative?: string; instrumental?: string; prepositional?: string }; doubtful: boolean; corrected: boolean })[]; events: ({ kind: "drafted" | "edited" | "name-corrected" | "printed" | "registered" | "renumbered" | "scanned" | "cancelled"; facts: { [key: string]: string | number }; at: string; by: string })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/orders/{id}/scan": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; organizationId: string; organizationName: string; organizationShortName: string; state: "draft" | "printed" | "registered" | "cancelled"; templateId: (string) | (null); isPrintCurrent: boolean; number: string | null; orderedOn: (string) | (null); fileId: (string) | (null); scanFileId: (string) | (null); createdAt: string; basis: string; points: (string)[]; controlId: (string) | (null); signerId: (string) | (null); pairs: ({ id: string; state: "proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined"; mentorId: string; menteeIds: (string)[]; form: string; fromOn: string; toOn: string; goal: string })[]; people: ({ personId: string; name: string; post: string; gender: ("male" | "female") | (null); nameForms: { genitive?: string; dative?: string; accusative?: string; instrumental?: string; prepositional?: string }; postForms: { genitive?: string; dative?: string; accusative?: string; instrumental?: string; prepositional?: string }; doubtful: boolean; corrected: boolean })[]; events: ({ kind: "drafted" | "edited" | "name-corrected" | "printed" | "registered" | "renumbered" | "scanned" | "cancelled"; facts: { [key: string]: string | number }; at: string; by: string })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/organizations": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number; sort?: "name" | "-name" | "kind" | "-kind" | "created" | "-created"; q?: string; kind?: "office" | "school" | "kindergarten" | "college" | "partner" }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; kind: "office" | "school" | "kindergarten" | "college" | "partner"; name: string; shortName: string; aliases: (string)[]; people: number; mentors: number; mentees: number; waiting: number; tasks: { open: number; late: number; done: number } })[]; total: number; page: number; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { kind: "office" | "school" | "kindergarten" | "college" | "partner"; name: string; shortName: string; aliases: (string)[] } } }; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { id: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/organizations/{id}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { card: { id: string; facts: { kind: "office" | "school" | "kindergarten" | "college" | "partner"; name: string; shortName: string; aliases: (string)[] }; counts: { people: number; mentors: number; mentees: number; waiting: number; tasks: { open: number; late: number; done: number } }; staff: ({ id: string; surname: string; name: string; patronymic: string; role: "coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury" })[]; createdAt: string }; mayEdit: boolean } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { kind: "office" | "school" | "kindergarten" | "college" | "partner"; name: string; shortName: string; aliases: (string)[] } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { kind: "office" | "school" | "kindergarten" | "college" | "partner"; name: string; shortName: string; aliases: (string)[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    delete?: never;
  };
  "/api/overview": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { today: string; roadmap: ({ id: string; title: string; order: ({ number: string; on: string }) | (null); period: { from: string; to: string } }) | (null); counts: { [key: string]: number }; late: { total: number; items: ({ id: string; itemId: string; itemCode: string; itemTitle: string; organizationId: string; organizationName: string; roles: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; fromOn: (string) | (null); opensOn: (string) | (null); dueOn: (string) | (null); state: "late" | "open" | "upcoming" | "standing" | "done" | "waived"; doneOn: (string) | (null); people: ((string)[]) | (null) })[] }; soon: { total: number; items: ({ id: string; itemId: string; itemCode: string; itemTitle: string; organizationId: string; organizationName: string; roles: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; fromOn: (string) | (null); opensOn: (string) | (null); dueOn: (string) | (null); state: "late" | "open" | "upcoming" | "standing" | "done" | "waived"; doneOn: (string) | (null); people: ((string)[]) | (null) })[] }; applications: ({ total: number; items: ({ id: string; form: string; organizationName: string; appliedOn: string; person: string | null })[] }) | (null); unreachable: { total: number; items: ({ personId: string; person: string | null; organizationName: string; tasks: number })[] }; uncertain: ({ total: number; items: ({ id: string; platform: string; on: string; person: string | null })[] }) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/overview/progress": {
    parameters: Parameters;
    get: { parameters: { query?: { roadmap?: string }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { roadmap: ({ id: string; title: string; order: ({ number: string; on: string }) | (null); period: { from: string; to: string } }) | (null); items: ({ id: string; code: string; title: string; section: string })[]; organizations: ({ id: string; name: string })[]; cells: ({ itemId: string; organizationId: string; state: "late" | "open" | "upcoming" | "standing" | "done" | "waived"; done: number; total: number })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/overview/timeline": {
    parameters: Parameters;
    get: { parameters: { query?: { roadmap?: string }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { today: string; roadmap: ({ id: string; title: string; order: ({ number: string; on: string }) | (null); period: { from: string; to: string } }) | (null); items: ({ id: string; code: string; title: string; section: string; windows: ({ from: (string) | (null); to: string; state: ("late" | "open" | "upcoming" | "standing" | "done" | "waived") | (null); done: number; total: number })[] })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/pairs": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number; sort?: "proposed" | "-proposed" | "mentor" | "-mentor" | "term" | "-term"; q?: string; state?: ("proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined") | (("proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined")[]); organization?: string; mentor?: string; mentee?: string; form?: "teacher-teacher" | "head-teacher" | "employer-teacher" | "employer-pupil" | "student-pupil" | "pupil-pupil" | "university-teacher" | "partner-teacher" }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; state: "proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined"; organizationId: string; organizationName: string; form: "teacher-teacher" | "head-teacher" | "employer-teacher" | "employer-pupil" | "student-pupil" | "pupil-pupil" | "university-teacher" | "partner-teacher"; fromOn: string; toOn: string; closeReason: ("mentor-left" | "mentee-left" | "replaced" | "by-agreement" | "no-fit" | "other" | "mentor" | "mentee" | "representative" | "withdrawn" | "expired") | (null); paused: boolean; mentor: { id: string; surname: string; name: string; patronymic: string }; mentees: ({ id: string; surname: string; name: string; patronymic: string })[]; awaited: number; meetings: number; lastMetOn: (string) | (null) })[]; total: number; page: number; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { mentorId: string; menteeIds: (string)[]; form: "teacher-teacher" | "head-teacher" | "employer-teacher" | "employer-pupil" | "student-pupil" | "pupil-pupil" | "university-teacher" | "partner-teacher"; fromOn: string; toOn: string; goal?: string; organizationId?: (string) | (null) } } }; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { id: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/pairs/board": {
    parameters: Parameters;
    get: { parameters: { query?: { state?: ("proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined") | (("proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined")[]); organization?: string; mentor?: string; mentee?: string; form?: "teacher-teacher" | "head-teacher" | "employer-teacher" | "employer-pupil" | "student-pupil" | "pupil-pupil" | "university-teacher" | "partner-teacher"; q?: string }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { columns: ({ state: "proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined"; total: number; items: ({ id: string; state: "proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined"; organizationId: string; organizationName: string; form: "teacher-teacher" | "head-teacher" | "employer-teacher" | "employer-pupil" | "student-pupil" | "pupil-pupil" | "university-teacher" | "partner-teacher"; fromOn: string; toOn: string; closeReason: ("mentor-left" | "mentee-left" | "replaced" | "by-agreement" | "no-fit" | "other" | "mentor" | "mentee" | "representative" | "withdrawn" | "expired") | (null); paused: boolean; mentor: { id: string; surname: string; name: string; patronymic: string }; mentees: ({ id: string; surname: string; name: string; patronymic: string })[]; awaited: number; meetings: number; lastMetOn: (string) | (null) })[] })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/pairs/{id}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { card: { id: string; organizationId: string; organizationName: string; state: "proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined"; form: "teacher-teacher" | "head-teacher" | "employer-teacher" | "employer-pupil" | "student-pupil" | "pupil-pupil" | "university-teacher" | "partner-teacher"; fromOn: string; toOn: string; goal: string; closeReason: ("mentor-left" | "mentee-left" | "replaced" | "by-agreement" | "no-fit" | "other" | "mentor" | "mentee" | "representative" | "withdrawn" | "expired") | (null); closeNote: string; result: string; pausedAt: (string) | (null); orderId: (string) | (null); proposedAt: string; agreedAt: (string) | (null); orderedAt: (string) | (null); startedAt: (string) | (null); closedAt: (string) | (null); mentor: { id: string; surname: string; name: string; patronymic: string; minor: boolean }; mentees: ({ id: string; surname: string; name: string; patronymic: string; minor: boolean; leftAt: (string) | (null) })[]; agreements: ({ id: string; personId: string; giver: "self" | "representative"; answer: ("agreed" | "declined") | (null); way: ("chat" | "paper") | (null); reason: string; givenBy: (string) | (null); askedAt: string; answeredAt: (string) | (null); reachable: boolean })[]; meetings: { held: number; lastOn: (string) | (null) } }; terms: { fromOn: string; toOn: string; goal: string }; events: ({ id: string; kind: "proposed" | "answered" | "agreed" | "declined" | "ordered" | "active" | "completed" | "ended-early" | "mentee-left" | "paused" | "resumed" | "edited" | "programme-edited" | "term-over"; facts: { [key: string]: string }; at: string; person: ({ id: string; surname: string; name: string; patronymic: string }) | (null) })[]; may: { write: boolean } } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { fromOn: string; toOn: string; goal: string } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { fromOn: string; toOn: string; goal: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    delete?: never;
  };
  "/api/pairs/{id}/agreements": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { personId: string; giver: "self" | "representative"; answer: "agreed" | "declined"; reason?: string } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { card: { id: string; organizationId: string; organizationName: string; state: "proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined"; form: "teacher-teacher" | "head-teacher" | "employer-teacher" | "employer-pupil" | "student-pupil" | "pupil-pupil" | "university-teacher" | "partner-teacher"; fromOn: string; toOn: string; goal: string; closeReason: ("mentor-left" | "mentee-left" | "replaced" | "by-agreement" | "no-fit" | "other" | "mentor" | "mentee" | "representative" | "withdrawn" | "expired") | (null); closeNote: string; result: string; pausedAt: (string) | (null); orderId: (string) | (null); proposedAt: string; agreedAt: (string) | (null); orderedAt: (string) | (null); startedAt: (string) | (null); closedAt: (string) | (null); mentor: { id: string; surname: string; name: string; patronymic: string; minor: boolean }; mentees: ({ id: string; surname: string; name: string; patronymic: string; minor: boolean; leftAt: (string) | (null) })[]; agreements: ({ id: string; personId: string; giver: "self" | "representative"; answer: ("agreed" | "declined") | (null); way: ("chat" | "paper") | (null); reason: string; givenBy: (string) | (null); askedAt: string; answeredAt: (string) | (null); reachable: boolean })[]; meetings: { held: number; lastOn: (string) | (null) } }; terms: { fromOn: string; toOn: string; goal: string }; events: ({ id: string; kind: "proposed" | "answered" | "agreed" | "declined" | "ordered" | "active" | "completed" | "ended-early" | "mentee-left" | "paused" | "resumed" | "edited" | "programme-edited" | "term-over"; facts: { [key: string]: string }; at: string; person: ({ id: string; surname: string; name: string; patronymic: string }) | (null) })[]; may: { write: boolean } } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/pairs/{id}/completion": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { result?: string } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { card: { id: string; organizationId: string; organizationName: string; state: "proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined"; form: "teacher-teacher" | "head-teacher" | "employer-teacher" | "employer-pupil" | "student-pupil" | "pupil-pupil" | "university-teacher" | "partner-teacher"; fromOn: string; toOn: string; goal: string; closeReason: ("mentor-left" | "mentee-left" | "replaced" | "by-agreement" | "no-fit" | "other" | "mentor" | "mentee" | "representative" | "withdrawn" | "expired") | (null); closeNote: string; result: string; pausedAt: (string) | (null); orderId: (string) | (null); proposedAt: string; agreedAt: (string) | (null); orderedAt: (string) | (null); startedAt: (string) | (null); closedAt: (string) | (null); mentor: { id: string; surname: string; name: string; patronymic: string; minor: boolean }; mentees: ({ id: string; surname: string; name: string; patronymic: string; minor: boolean; leftAt: (string) | (null) })[]; agreements: ({ id: string; personId: string; giver: "self" | "representative"; answer: ("agreed" | "declined") | (null); way: ("chat" | "paper") | (null); reason: string; givenBy: (string) | (null); askedAt: string; answeredAt: (string) | (null); reachable: boolean })[]; meetings: { held: number; lastOn: (string) | (null) } }; terms: { fromOn: string; toOn: string; goal: string }; events: ({ id: string; kind: "proposed" | "answered" | "agreed" | "declined" | "ordered" | "active" | "completed" | "ended-early" | "mentee-left" | "paused" | "resumed" | "edited" | "programme-edited" | "term-over"; facts: { [key: string]: string }; at: string; person: ({ id: string; surname: string; name: string; patronymic: string }) | (null) })[]; may: { write: boolean } } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/pairs/{id}/ending": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { note?: string; reason: "mentor-left" | "mentee-left" | "replaced" | "by-agreement" | "no-fit" | "other" } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { card: { id: string; organizationId: string; organizationName: string; state: "proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined"; form: "teacher-teacher" | "head-teacher" | "employer-teacher" | "employer-pupil" | "student-pupil" | "pupil-pupil" | "university-teacher" | "partner-teacher"; fromOn: string; toOn: string; goal: string; closeReason: ("mentor-left" | "mentee-left" | "replaced" | "by-agreement" | "no-fit" | "other" | "mentor" | "mentee" | "representative" | "withdrawn" | "expired") | (null); closeNote: string; result: string; pausedAt: (string) | (null); orderId: (string) | (null); proposedAt: string; agreedAt: (string) | (null); orderedAt: (string) | (null); startedAt: (string) | (null); closedAt: (string) | (null); mentor: { id: string; surname: string; name: string; patronymic: string; minor: boolean }; mentees: ({ id: string; surname: string; name: string; patronymic: string; minor: boolean; leftAt: (string) | (null) })[]; agreements: ({ id: string; personId: string; giver: "self" | "representative"; answer: ("agreed" | "declined") | (null); way: ("chat" | "paper") | (null); reason: string; givenBy: (string) | (null); askedAt: string; answeredAt: (string) | (null); reachable: boolean })[]; meetings: { held: number; lastOn: (string) | (null) } }; terms: { fromOn: string; toOn: string; goal: string }; events: ({ id: string; kind: "proposed" | "answered" | "agreed" | "declined" | "ordered" | "active" | "completed" | "ended-early" | "mentee-left" | "paused" | "resumed" | "edited" | "programme-edited" | "term-over"; facts: { [key: string]: string }; at: string; person: ({ id: string; surname: string; name: string; patronymic: string }) | (null) })[]; may: { write: boolean } } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/pairs/{id}/meetings": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": ({ id: string; on: string; topic: string; outcome: "held" | "moved"; mark: (number) | (null); notedBy: (string) | (null); notedAt: string; confirmedAt: (string) | (null) })[] } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { on: string; topic: string; outcome: "held" | "moved"; mark: (number) | (null) } } }; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { id: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/pairs/{id}/programme": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { tasks: (string)[]; activities: ({ what: string; fromOn: (string) | (null); toOn: (string) | (null) })[]; results: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { tasks: (string)[]; activities: ({ what: string; fromOn: (string) | (null); toOn: (string) | (null) })[]; results: string } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { tasks: (string)[]; activities: ({ what: string; fromOn: (string) | (null); toOn: (string) | (null) })[]; results: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/pairs/{id}/replacement": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { mentorId: string; fromOn: string } } }; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { id: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/pairs/{id}/start": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { card: { id: string; organizationId: string; organizationName: string; state: "proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined"; form: "teacher-teacher" | "head-teacher" | "employer-teacher" | "employer-pupil" | "student-pupil" | "pupil-pupil" | "university-teacher" | "partner-teacher"; fromOn: string; toOn: string; goal: string; closeReason: ("mentor-left" | "mentee-left" | "replaced" | "by-agreement" | "no-fit" | "other" | "mentor" | "mentee" | "representative" | "withdrawn" | "expired") | (null); closeNote: string; result: string; pausedAt: (string) | (null); orderId: (string) | (null); proposedAt: string; agreedAt: (string) | (null); orderedAt: (string) | (null); startedAt: (string) | (null); closedAt: (string) | (null); mentor: { id: string; surname: string; name: string; patronymic: string; minor: boolean }; mentees: ({ id: string; surname: string; name: string; patronymic: string; minor: boolean; leftAt: (string) | (null) })[]; agreements: ({ id: string; personId: string; giver: "self" | "representative"; answer: ("agreed" | "declined") | (null); way: ("chat" | "paper") | (null); reason: string; givenBy: (string) | (null); askedAt: string; answeredAt: (string) | (null); reachable: boolean })[]; meetings: { held: number; lastOn: (string) | (null) } }; terms: { fromOn: string; toOn: string; goal: string }; events: ({ id: string; kind: "proposed" | "answered" | "agreed" | "declined" | "ordered" | "active" | "completed" | "ended-early" | "mentee-left" | "paused" | "resumed" | "edited" | "programme-edited" | "term-over"; facts: { [key: string]: string }; at: string; person: ({ id: string; surname: string; name: string; patronymic: string }) | (null) })[]; may: { write: boolean } } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/pairs/{id}/withdrawal": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { note?: string } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { card: { id: string; organizationId: string; organizationName: string; state: "proposed" | "agreed" | "ordered" | "active" | "completed" | "ended-early" | "declined"; form: "teacher-teacher" | "head-teacher" | "employer-teacher" | "employer-pupil" | "student-pupil" | "pupil-pupil" | "university-teacher" | "partner-teacher"; fromOn: string; toOn: string; goal: string; closeReason: ("mentor-left" | "mentee-left" | "replaced" | "by-agreement" | "no-fit" | "other" | "mentor" | "mentee" | "representative" | "withdrawn" | "expired") | (null); closeNote: string; result: string; pausedAt: (string) | (null); orderId: (string) | (null); proposedAt: string; agreedAt: (string) | (null); orderedAt: (string) | (null); startedAt: (string) | (null); closedAt: (string) | (null); mentor: { id: string; surname: string; name: string; patronymic: string; minor: boolean }; mentees: ({ id: string; surname: string; name: string; patronymic: string; minor: boolean; leftAt: (string) | (null) })[]; agreements: ({ id: string; personId: string; giver: "self" | "representative"; answer: ("agreed" | "declined") | (null); way: ("chat" | "paper") | (null); reason: string; givenBy: (string) | (null); askedAt: string; answeredAt: (string) | (null); reachable: boolean })[]; meetings: { held: number; lastOn: (string) | (null) } }; terms: { fromOn: string; toOn: string; goal: string }; events: ({ id: string; kind: "proposed" | "answered" | "agreed" | "declined" | "ordered" | "active" | "completed" | "ended-early" | "mentee-left" | "paused" | "resumed" | "edited" | "programme-edited" | "term-over"; facts: { [key: string]: string }; at: string; person: ({ id: string; surname: string; name: string; patronymic: string }) | (null) })[]; may: { write: boolean } } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/people": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number; sort?: "surname" | "-surname" | "organization" | "-organization" | "created" | "-created"; q?: string; role?: "coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury"; organizationId?: string; state?: "draft" | "applied" | "confirmed" | "active" | "on-leave" | "left" | "declined"; lacks?: "personal-data" | "distribution" | "participation" | "pupil-media" | "any"; reachable?: "true" | "false"; platform?: string }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; surname: string; name: string; patronymic: string; appointments: ({ role: "coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury"; organizationId: string; organizationName: string })[]; applications: ({ id: string; role: "mentor" | "mentee" | "curator" | "deputy-head" | "head"; state: "draft" | "applied" | "confirmed" | "active" | "on-leave" | "left" | "declined"; organizationName: string })[]; channels: ({ platform: string; open: boolean })[]; lacks: ("personal-data" | "distribution" | "participation" | "pupil-media")[]; createdAt: string })[]; total: number; page: number; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { surname: string; name: string; patronymic: string; birthYear: (number) | (null); phone: (string) | (null); role: "coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury"; organizationId: string } } }; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { id: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/people/export": {
    parameters: Parameters;
    get: { parameters: { query?: { sort?: "surname" | "-surname" | "organization" | "-organization" | "created" | "-created"; q?: string; role?: "coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury"; organizationId?: string; state?: "draft" | "applied" | "confirmed" | "active" | "on-leave" | "left" | "declined"; lacks?: "personal-data" | "distribution" | "participation" | "pupil-media" | "any"; reachable?: "true" | "false"; platform?: string }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/people/{id}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { card: { id: string; facts: { surname: string; name: string; patronymic: string; birthYear: (number) | (null); phone: string | null }; pausedUntil: (string) | (null); createdAt: string; appointments: ({ role: "coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury"; organizationId: string; organizationName: string; since: string; endedAt: (string) | (null) })[]; applications: ({ id: string; form: "mentor" | "mentee" | "pupil" | "staff"; role: "mentor" | "mentee" | "curator" | "deputy-head" | "head"; organizationId: string; organizationName: string; state: "draft" | "applied" | "confirmed" | "active" | "on-leave" | "left" | "declined"; appliedAt: (string) | (null); decidedAt: (string) | (null); decidedBy: ({ surname: string; name: string; patronymic: string }) | (null) })[]; consents: ({ id: string; kind: "personal-data" | "distribution" | "participation" | "pupil-media"; giver: "self" | "representative"; version: number; current: boolean; way: "chat" | "page" | "paper"; givenBy: { id: string; surname: string; name: string; patronymic: string }; givenAt: string; withdrawnAt: (string) | (null); hasScan: boolean })[]; lacks: ("personal-data" | "distribution" | "participation" | "pupil-media")[]; channels: ({ platform: string; platformName: string; linkedAt: (string) | (null); lastSeenAt: string; closedAt: (string) | (null); closedReason: string | null })[]; tasks: ({ id: string; itemCode: string; itemTitle: string; organizationName: string; dueOn: (string) | (null) })[]; requests: ({ id: string; kind: "export" | "correct" | "withdraw-consent" | "erase"; state: "open" | "farewell" | "done" | "cancelled"; dueOn: string; createdAt: string })[]; representatives: ({ id: string; surname: string; name: string; patronymic: string; relation: string | null })[]; pupils: ({ id: string; surname: string; name: string; patronymic: string; relation: string | null })[] }; may: { edit: boolean; appoint: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; standFor: boolean; seeContacts: boolean } } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { surname: string; name: string; patronymic: string; birthYear: (number) | (null); phone: (string) | (null) } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { surname: string; name: string; patronymic: string; birthYear: (number) | (null); phone: string | null } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    delete?: never;
  };
  "/api/people/{id}/appointments": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { role: "coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury"; organizationId: string } } }; responses: { 200: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete: { parameters: { query: { role: "coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury"; organizationId: string }; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
  };
  "/api/people/{id}/channels": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post?: never;
    patch?: never;
    delete: { parameters: { query?: { platform?: string }; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { platforms: (string)[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
  };
  "/api/people/{id}/consents": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query: { kind: "personal-data" | "distribution" | "participation" | "pupil-media" }; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/people/{id}/doubles/{otherId}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string; otherId: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { double: { id: string; facts: { surname: string; name: string; patronymic: string; birthYear: (number) | (null); phone: string | null }; pausedUntil: (string) | (null); createdAt: string; appointments: ({ role: "coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury"; organizationId: string; organizationName: string; since: string; endedAt: (string) | (null) })[]; applications: ({ id: string; form: "mentor" | "mentee" | "pupil" | "staff"; role: "mentor" | "mentee" | "curator" | "deputy-head" | "head"; organizationId: string; organizationName: string; state: "draft" | "applied" | "confirmed" | "active" | "on-leave" | "left" | "declined"; appliedAt: (string) | (null); decidedAt: (string) | (null); decidedBy: ({ surname: string; name: string; patronymic: string }) | (null) })[]; consents: ({ id: string; kind: "personal-data" | "distribution" | "participation" | "pupil-media"; giver: "self" | "representative"; version: number; current: boolean; way: "chat" | "page" | "paper"; givenBy: { id: string; surname: string; name: string; patronymic: string }; givenAt: string; withdrawnAt: (string) | (null); hasScan: boolean })[]; lacks: ("personal-data" | "distribution" | "participation" | "pupil-media")[]; channels: ({ platform: string; platformName: string; linkedAt: (string) | (null); lastSeenAt: string; closedAt: (string) | (null); closedReason: string | null })[]; tasks: ({ id: string; itemCode: string; itemTitle: string; organizationName: string; dueOn: (string) | (null) })[]; requests: ({ id: string; kind: "export" | "correct" | "withdraw-consent" | "erase"; state: "open" | "farewell" | "done" | "cancelled"; dueOn: string; createdAt: string })[]; representatives: ({ id: string; surname: string; name: string; patronymic: string; relation: string | null })[]; pupils: ({ id: string; surname: string; name: string; patronymic: string; relation: string | null })[] }; known: { id: string; facts: { surname: string; name: string; patronymic: string; birthYear: (number) | (null); phone: string | null }; pausedUntil: (string) | (null); createdAt: string; appointments: ({ role: "coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury"; organizationId: string; organizationName: string; since: string; endedAt: (string) | (null) })[]; applications: ({ id: string; form: "mentor" | "mentee" | "pupil" | "staff"; role: "mentor" | "mentee" | "curator" | "deputy-head" | "head"; organizationId: string; organizationName: string; state: "draft" | "applied" | "confirmed" | "active" | "on-leave" | "left" | "declined"; appliedAt: (string) | (null); decidedAt: (string) | (null); decidedBy: ({ surname: string; name: string; patronymic: string }) | (null) })[]; consents: ({ id: string; kind: "personal-data" | "distribution" | "participation" | "pupil-media"; giver: "self" | "representative"; version: number; current: boolean; way: "chat" | "page" | "paper"; givenBy: { id: string; surname: string; name: string; patronymic: string }; givenAt: string; withdrawnAt: (string) | (null); hasScan: boolean })[]; lacks: ("personal-data" | "distribution" | "participation" | "pupil-media")[]; channels: ({ platform: string; platformName: string; linkedAt: (string) | (null); lastSeenAt: string; closedAt: (string) | (null); closedReason: string | null })[]; tasks: ({ id: string; itemCode: string; itemTitle: string; organizationName: string; dueOn: (string) | (null) })[]; requests: ({ id: string; kind: "export" | "correct" | "withdraw-consent" | "erase"; state: "open" | "farewell" | "done" | "cancelled"; dueOn: string; createdAt: string })[]; representatives: ({ id: string; surname: string; name: string; patronymic: string; relation: string | null })[]; pupils: ({ id: string; surname: string; name: string; patronymic: string; relation: string | null })[] }; moving: ({ table: string; count: number })[]; may: boolean } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/people/{id}/doubles/{otherId}/keep-apart": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string; otherId: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/people/{id}/doubles/{otherId}/merge": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string; otherId: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/people/{id}/invitations": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { code: string; expiresAt: string; links: ({ name: string; link: string | null; qr: string | null })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/people/{id}/messages": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number; sort?: "created" | "-created"; q?: string; state?: "planned" | "claimed" | "sent" | "failed" | "uncertain" | "expired" }; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; platform: string; state: "planned" | "claimed" | "sent" | "failed" | "uncertain" | "expired"; text: string | null; error: string | null; attempts: number; createdAt: string; settledAt: (string) | (null); replacedBy: (string) | (null) })[]; total: number; page: number; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/people/{id}/pause": {
    parameters: Parameters;
    get?: never;
    put: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { until: (string) | (null) } } }; responses: { 200: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/responsible-words": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": ({ phrase: string; targets: ({ place: "each-organization" | "office" | "partner"; role: "coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury"; organizationId: (string) | (null); organizationName: string | null })[]; unknown: boolean; items: (string)[]; version: string })[] } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { phrase: string; targets: ({ place: "each-organization" | "office" | "partner"; role: "coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury"; organizationId: (string) | (null) })[] } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { word: { phrase: string; targets: ({ place: "each-organization" | "office" | "partner"; role: "coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury"; organizationId: (string) | (null); organizationName: string | null })[]; unknown: boolean; items: (string)[]; version: string }; tasks: { inserted: number; updated: number; withdrawn: number; revived: number } } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/roadmap-drafts": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": ({ id: string; kind: "import" | "roll-over"; createdAt: string })[] } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { id: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/roadmap-drafts/{id}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; kind: "import" | "roll-over"; from: ({ id: string; title: string; order: ({ number: string; on: string }) | (null); period: { from: string; to: string } }) | (null); title: string; order: ({ number: string; on: string }) | (null); period: { from: string; to: string }; items: ({ place: number; section: string; code: string; title: string; deadline: string; occurrences: ({ from: (string) | (null); to: string })[]; standing: ({ kind: "conditional" | "ongoing" | "recurring"; every: string | null; text: string })[]; unparsed: (string)[]; responsible: (string)[]; result: string; corrected: ("now" | "before") | (null); dropped: boolean })[]; warnings: ({ code: string; words: string })[]; isNew: boolean; changes: { heading: ("title" | "period")[]; added: ({ item: { code: string; title: string; section: string; deadline: string } })[]; updated: ({ id: string; before: { code: string; title: string; section: string; deadline: string }; item: { code: string; title: string; section: string; deadline: string }; fields: (string)[]; returns: boolean; occurrences: { add: ({ from: (string) | (null); to: (string) | (null); text?: string })[]; move: ({ from: { from: (string) | (null); to: (string) | (null); text?: string }; to: { from: (string) | (null); to: (string) | (null); text?: string } })[]; revive: ({ slot: { from: (string) | (null); to: (string) | (null); text?: string } })[]; remove: ({ slot: { from: (string) | (null); to: (string) | (null); text?: string } })[] } })[]; removed: ({ id: string; item: { code: string; title: string; section: string; deadline: string } })[] }; organizations: (string)[]; tasks: { inserted: number; updated: number; withdrawn: number; revived: number }; unknownWords: ({ phrase: string; items: (string)[] })[]; obstacle: ("order-missing" | "order-known" | "nothing-changes") | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { title?: (string) | (null); order?: ({ number: string; on: string }) | (null); period?: ({ from?: string; to?: string }) | (null); items?: { [key: string]: ({ deadline?: ({ kind: "text"; text: string }) | ({ kind: "windows"; windows: ({ from: (string) | (null); to: string })[]; standing: (string)[] }) | ({ kind: "as-read" }); title?: string; dropped?: boolean }) | (null) } } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; kind: "import" | "roll-over"; from: ({ id: string; title: string; order: ({ number: string; on: string }) | (null); period: { from: string; to: string } }) | (null); title: string; order: ({ number: string; on: string }) | (null); period: { from: string; to: string }; items: ({ place: number; section: string; code: string; title: string; deadline: string; occurrences: ({ from: (string) | (null); to: string })[]; standing: ({ kind: "conditional" | "ongoing" | "recurring"; every: string | null; text: string })[]; unparsed: (string)[]; responsible: (string)[]; result: string; corrected: ("now" | "before") | (null); dropped: boolean })[]; warnings: ({ code: string; words: string })[]; isNew: boolean; changes: { heading: ("title" | "period")[]; added: ({ item: { code: string; title: string; section: string; deadline: string } })[]; updated: ({ id: string; before: { code: string; title: string; section: string; deadline: string }; item: { code: string; title: string; section: string; deadline: string }; fields: (string)[]; returns: boolean; occurrences: { add: ({ from: (string) | (null); to: (string) | (null); text?: string })[]; move: ({ from: { from: (string) | (null); to: (string) | (null); text?: string }; to: { from: (string) | (null); to: (string) | (null); text?: string } })[]; revive: ({ slot: { from: (string) | (null); to: (string) | (null); text?: string } })[]; remove: ({ slot: { from: (string) | (null); to: (string) | (null); text?: string } })[] } })[]; removed: ({ id: string; item: { code: string; title: string; section: string; deadline: string } })[] }; organizations: (string)[]; tasks: { inserted: number; updated: number; withdrawn: number; revived: number }; unknownWords: ({ phrase: string; items: (string)[] })[]; obstacle: ("order-missing" | "order-known" | "nothing-changes") | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    delete: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 204: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
  };
  "/api/roadmap-drafts/{id}/confirmation": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { id: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/roadmap-items": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number; sort?: "place" | "-place" | "due" | "-due" | "title" | "-title"; q?: string; roadmap?: string }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; roadmapId: string; section: string; code: string; title: string; deadline: string; responsible: (string)[]; expected: string; unparsed: (string)[]; corrected: boolean; counts: { [key: string]: number }; nextDueOn: (string) | (null) })[]; total: number; page: number; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/roadmap-items/{id}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; roadmapId: string; section: string; code: string; title: string; deadline: string; responsible: (string)[]; expected: string; unparsed: (string)[]; corrected: boolean; counts: { [key: string]: number }; nextDueOn: (string) | (null); roadmap: { id: string; title: string; order: ({ number: string; on: string }) | (null); period: { from: string; to: string } }; windows: ({ from: (string) | (null); to: string; state: ("late" | "open" | "upcoming" | "standing" | "done" | "waived") | (null); done: number; total: number })[]; standing: (string)[]; contests: ({ id: string; title: string; stage: "draft" | "announced" | "checked" | "published" | "archived" | "cancelled" | "open" | "judging" })[]; meanings: ({ phrase: string; targets: (({ place: "each-organization" | "office" | "partner"; role: "coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury"; organizationId: (string) | (null); organizationName: string | null })[]) | (null) })[]; completions: ({ id: string; on: string; person: string | null; results: (({ kind: "text"; text: string }) | ({ kind: "link"; url: string }) | ({ kind: "file"; fileId: string; name: string; state: "wanted" | "stored" | "failed" }))[]; taskId: string; organizationName: string })[]; events: ({ kind: string; on: string; person: string | null; facts: { [key: string]: string }; taskId: string; organizationName: string })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/roadmaps": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": ({ id: string; title: string; order: ({ number: string; on: string }) | (null); period: { from: string; to: string }; items: number; counts: { [key: string]: number }; current: boolean })[] } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/roadmaps/{id}/roll-overs": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { years?: number } } }; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { id: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/self": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { personId: string; surname: string; name: string; patronymic: string; programme: { id: string; name: string; timeZone: string }; appointments: ({ role: string; organizationId: string; organizationName: string })[]; powers: ("overview:read" | "roadmap:read" | "roadmap:write" | "tasks:read" | "tasks:write" | "tasks:control" | "people:read" | "people:contacts" | "people:write" | "people:export" | "applications:decide" | "organizations:read" | "organizations:write" | "pairs:read" | "pairs:write" | "documents:read" | "documents:write" | "templates:write" | "contests:read" | "contests:write" | "contests:judge" | "messages:read" | "messages:write" | "settings:read" | "settings:write" | "staff:read" | "staff:write" | "audit:read")[]; wholeCity: boolean; trusted: boolean; today: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/session": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { factor: "enrol" | "enter" | "none" | "passed"; recoveryLeft: number; sandbox: boolean; hasChat: boolean } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 204: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
  };
  "/api/session/invitation": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { code: string; links: ({ name: string; link: string | null })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/session/recovery-codes": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { code: string } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { recoveryCodes: (string)[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/session/second-factor": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { secret: string; uri: string; qr: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/session/second-factor/confirm": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { code: string } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { recoveryCodes: (string)[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/session/second-factor/pass": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { code: string } } }; responses: { 204: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/sessions": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; browser: string | null; network: string | null; createdAt: string; seenAt: string; current: boolean })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { ended: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
  };
  "/api/sessions/{id}": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post?: never;
    patch?: never;
    delete: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 204: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
  };
  "/api/settings/consent-texts": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ kind: "personal-data" | "distribution" | "participation" | "pupil-media"; giver: "self" | "representative"; version: number; givers: number; title: string; summary: string; body: string })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/settings/consent-texts/preview": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { title: string; summary: string; body: string } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { title: string; summary: string; body: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/settings/consent-texts/{kind}/{giver}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { kind: "personal-data" | "distribution" | "participation" | "pupil-media"; giver: "self" | "representative" }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { kind: "personal-data" | "distribution" | "participation" | "pupil-media"; giver: "self" | "representative"; version: number; givers: number; title: string; summary: string; body: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put: { parameters: { query?: never; header?: never; path: { kind: "personal-data" | "distribution" | "participation" | "pupil-media"; giver: "self" | "representative" }; cookie?: never }; requestBody: { content: { "application/json": { title: string; summary: string; body: string } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { kind: "personal-data" | "distribution" | "participation" | "pupil-media"; giver: "self" | "representative"; version: number; givers: number; title: string; summary: string; body: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/settings/consent-texts/{kind}/{giver}/versions": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { kind: "personal-data" | "distribution" | "participation" | "pupil-media"; giver: "self" | "representative" }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ version: number; title: string; hash: string; publishedAt: string })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/settings/holidays": {
    parameters: Parameters;
    get: { parameters: { query: { year: number }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ day: string; working: boolean; name: string })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/settings/holidays/import": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { year: number; text: string; dry?: boolean } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { days: ({ day: string; working: boolean; name: string })[]; faults: ({ line: number; text: string; fault: "no-day" | "other-year" | "no-name" | "too-long" })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/settings/holidays/{day}": {
    parameters: Parameters;
    get?: never;
    put: { parameters: { query?: never; header?: never; path: { day: string }; cookie?: never }; requestBody: { content: { "application/json": { working: boolean; name: string } } }; responses: { 204: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    post?: never;
    patch?: never;
    delete: { parameters: { query?: never; header?: never; path: { day: string }; cookie?: never }; requestBody?: never; responses: { 204: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
  };
  "/api/settings/programme": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { name: string; timeZone: string; workFrom: string; workTo: string; operator: { name: string; address: string; contact: string }; retention: { draftDays: number; leftDays: number }; privacy: { eraseDays: number; answerWorkingDays: number; stopPublishingWorkingDays: number }; demo: boolean; naming: ({ platform: string; name: string; mayNameOthers: boolean })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { name: string; timeZone: string; workFrom: string; workTo: string; operator: { name: string; address: string; contact: string }; retention: { draftDays: number; leftDays: number }; privacy: { eraseDays: number; answerWorkingDays: number; stopPublishingWorkingDays: number } } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { name: string; timeZone: string; workFrom: string; workTo: string; operator: { name: string; address: string; contact: string }; retention: { draftDays: number; leftDays: number }; privacy: { eraseDays: number; answerWorkingDays: number; stopPublishingWorkingDays: number }; demo: boolean; naming: ({ platform: string; name: string; mayNameOthers: boolean })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/settings/reminder-rules": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ key: string; anchor: string; offsetDays: number; repeatDays: (number) | (null); audience: string; active: boolean })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { anchor: "opens" | "due" | "quarter"; offsetDays: number; repeatDays: (number) | (null); audience: "responsible" | "responsible-and-coordinator"; active: boolean } } }; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { key: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/settings/reminder-rules/forecast": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { personId: string; rules?: (({ anchor: "opens" | "due" | "quarter"; offsetDays: number; repeatDays: (number) | (null); audience: "responsible" | "responsible-and-coordinator"; active: boolean })[]) | (null) } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { days: ({ day: string; tasks: ({ taskId: string; title: string; organizationName: string; dueOn: (string) | (null); ruleKey: string })[] })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/settings/reminder-rules/{key}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { key: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { key: string; anchor: string; offsetDays: number; repeatDays: (number) | (null); audience: string; active: boolean } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put: { parameters: { query?: never; header?: never; path: { key: string }; cookie?: never }; requestBody: { content: { "application/json": { anchor: "opens" | "due" | "quarter"; offsetDays: number; repeatDays: (number) | (null); audience: "responsible" | "responsible-and-coordinator"; active: boolean } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { key: string; anchor: string; offsetDays: number; repeatDays: (number) | (null); audience: string; active: boolean } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    post?: never;
    patch?: never;
    delete: { parameters: { query?: never; header?: never; path: { key: string }; cookie?: never }; requestBody?: never; responses: { 204: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
  };
  "/api/sign-ins": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { digits: string; expiresAt: string; sandbox: boolean; bots: ({ platform: string; name: string; link: string | null; qr: string | null })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/sign-ins/current": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { state: "waiting" | "taken" | "offered" | "over" } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/sign-ins/current/open": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": ({ secret: string }) | ({ code: string }) } }; responses: { 204: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/staff": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number; sort?: "surname" | "-surname" | "seenAt" | "-seenAt"; q?: string; role?: "coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury"; organizationId?: string }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ personId: string; surname: string; name: string; patronymic: string; seats: ({ id: string; role: string; organizationId: string; organizationName: string })[]; hasChat: boolean; enrolled: boolean; sessions: number; tokens: number; seenAt: (string) | (null) })[]; total: number; page: number; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": ({ role: "coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury"; organizationId: string; personId: string }) | ({ role: "coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury"; organizationId: string; names: { surname: string; name: string; patronymic?: string } }) } }; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { id: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/staff/seats/{id}": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post?: never;
    patch?: never;
    delete: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 204: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
  };
  "/api/staff/{id}/invitation": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { code: string; links: ({ name: string; link: string | null })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/staff/{id}/second-factor": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post?: never;
    patch?: never;
    delete: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 204: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
  };
  "/api/staff/{id}/sessions": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post?: never;
    patch?: never;
    delete: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { ended: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
  };
  "/api/synonyms": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number; sort?: "position" | "-position"; q?: string; archived?: "true" | "false" }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; words: (string)[]; archived: boolean })[]; total: number; page: number; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { words: (string)[] } } }; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { id: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/synonyms/trial": {
    parameters: Parameters;
    get: { parameters: { query: { request: string }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ text: string; mentors: number; strength: number })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/synonyms/{id}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; words: (string)[]; archived: boolean } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { words?: (string)[]; archived?: boolean } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; words: (string)[]; archived: boolean } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    delete?: never;
  };
  "/api/tasks": {
    parameters: Parameters;
    get: { parameters: { query?: { page?: number; size?: number; sort?: "due" | "-due" | "item" | "-item" | "organization" | "-organization" | "done" | "-done"; q?: string; roadmap?: string; item?: string; organization?: string; state?: ("late" | "open" | "upcoming" | "standing" | "done" | "waived") | (("late" | "open" | "upcoming" | "standing" | "done" | "waived")[]); role?: "coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury"; dueFrom?: string; dueTo?: string }; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; itemId: string; itemCode: string; itemTitle: string; organizationId: string; organizationName: string; roles: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; fromOn: (string) | (null); opensOn: (string) | (null); dueOn: (string) | (null); state: "late" | "open" | "upcoming" | "standing" | "done" | "waived"; doneOn: (string) | (null); people: ((string)[]) | (null) })[]; total: number; page: number; size: number } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/tasks/{id}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; itemId: string; roadmapId: string; itemCode: string; itemTitle: string; expected: string; organizationId: string; organizationName: string; roles: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; fromOn: (string) | (null); opensOn: (string) | (null); dueOn: (string) | (null); state: "late" | "open" | "upcoming" | "standing" | "done" | "waived"; doneAt: (string) | (null); waivedAt: (string) | (null); waivedReason: string | null; withdrawnAt: (string) | (null); responsible: ({ personId: string; person: string | null; reachable: boolean; handedBack: boolean; remindedToday: boolean })[]; history: { completions: ({ id: string; on: string; person: string | null; results: (({ kind: "text"; text: string }) | ({ kind: "link"; url: string }) | ({ kind: "file"; fileId: string; name: string; state: "wanted" | "stored" | "failed" }))[] })[]; events: ({ kind: string; on: string; person: string | null; facts: { [key: string]: string } })[] } } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/tasks/{id}/completions": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { id: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/tasks/{id}/files/{fileId}": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string; fileId: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": unknown } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/tasks/{id}/reminders": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": ({ personId: string; person: string | null; outcome: "told" | "unreachable" | "told-today" | "handed-back" })[] } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/tasks/{id}/reopening": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; itemId: string; roadmapId: string; itemCode: string; itemTitle: string; expected: string; organizationId: string; organizationName: string; roles: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; fromOn: (string) | (null); opensOn: (string) | (null); dueOn: (string) | (null); state: "late" | "open" | "upcoming" | "standing" | "done" | "waived"; doneAt: (string) | (null); waivedAt: (string) | (null); waivedReason: string | null; withdrawnAt: (string) | (null); responsible: ({ personId: string; person: string | null; reachable: boolean; handedBack: boolean; remindedToday: boolean })[]; history: { completions: ({ id: string; on: string; person: string | null; results: (({ kind: "text"; text: string }) | ({ kind: "link"; url: string }) | ({ kind: "file"; fileId: string; name: string; state: "wanted" | "stored" | "failed" }))[] })[]; events: ({ kind: string; on: string; person: string | null; facts: { [key: string]: string } })[] } } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/tasks/{id}/waiver": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { reason: string } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; itemId: string; roadmapId: string; itemCode: string; itemTitle: string; expected: string; organizationId: string; organizationName: string; roles: ("coordinator" | "office-head" | "office-deputy-head" | "head" | "deputy-head" | "curator" | "association-head" | "mentor" | "mentee" | "administrator" | "viewer" | "jury")[]; fromOn: (string) | (null); opensOn: (string) | (null); dueOn: (string) | (null); state: "late" | "open" | "upcoming" | "standing" | "done" | "waived"; doneAt: (string) | (null); waivedAt: (string) | (null); waivedReason: string | null; withdrawnAt: (string) | (null); responsible: ({ personId: string; person: string | null; reachable: boolean; handedBack: boolean; remindedToday: boolean })[]; history: { completions: ({ id: string; on: string; person: string | null; results: (({ kind: "text"; text: string }) | ({ kind: "link"; url: string }) | ({ kind: "file"; fileId: string; name: string; state: "wanted" | "stored" | "failed" }))[] })[]; events: ({ kind: string; on: string; person: string | null; facts: { [key: string]: string } })[] } } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/templates": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ kind: "pair-order" | "mentor-base" | "mentee-base" | "personal-programme" | "consent"; currentId: (string) | (null); versions: ({ id: string; kind: "pair-order" | "mentor-base" | "mentee-base" | "personal-programme" | "consent"; version: number; fileName: string; size: number; uploadedAt: string; uploadedBy: string; archivedAt: (string) | (null) })[]; fields: ({ name: string; within: string | null; isList: boolean })[] })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/templates/own/{kind}/file": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { kind: "pair-order" | "mentor-base" | "mentee-base" | "personal-programme" | "consent" }; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/templates/own/{kind}/preview": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { kind: "pair-order" | "mentor-base" | "mentee-base" | "personal-programme" | "consent" }; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/templates/{id}/archive": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody: { content: { "application/json": { archived: boolean } } }; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; kind: "pair-order" | "mentor-base" | "mentee-base" | "personal-programme" | "consent"; version: number; fileName: string; size: number; uploadedAt: string; uploadedBy: string; archivedAt: (string) | (null) } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/templates/{id}/file": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/templates/{id}/preview": {
    parameters: Parameters;
    get: { parameters: { query: { kind: "pair-order" | "mentor-base" | "mentee-base" | "personal-programme" | "consent" }; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
  "/api/templates/{kind}": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post: { parameters: { query?: never; header?: never; path: { kind: "pair-order" | "mentor-base" | "mentee-base" | "personal-programme" | "consent" }; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { template: ({ id: string; kind: "pair-order" | "mentor-base" | "mentee-base" | "personal-programme" | "consent"; version: number; fileName: string; size: number; uploadedAt: string; uploadedBy: string; archivedAt: (string) | (null) }) | (null); faults: ({ code: "field-unknown" | "field-outside" | "loop-unclosed" | "loop-unopened" | "loop-crossed" | "not-a-list" | "list-not-repeated" | "braces" | "not-fillable"; name: string; nearest?: string | null; list?: string })[]; missing: (string)[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/tokens": {
    parameters: Parameters;
    get: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": { items: ({ id: string; name: string; scopes: ("overview:read" | "roadmap:read" | "roadmap:write" | "tasks:read" | "tasks:write" | "tasks:control" | "people:read" | "people:contacts" | "people:write" | "people:export" | "applications:decide" | "organizations:read" | "organizations:write" | "pairs:read" | "pairs:write" | "documents:read" | "documents:write" | "templates:write" | "contests:read" | "contests:write" | "contests:judge" | "messages:read" | "messages:write" | "settings:read" | "settings:write" | "staff:read" | "staff:write" | "audit:read")[]; createdAt: string; expiresAt: string; usedAt: (string) | (null); usedNetwork: string | null })[] } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    put?: never;
    post: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody: { content: { "application/json": { name: string; scopes: ("overview:read" | "roadmap:read" | "roadmap:write" | "tasks:read" | "tasks:write" | "tasks:control" | "people:read" | "people:contacts" | "people:write" | "people:export" | "applications:decide" | "organizations:read" | "organizations:write" | "pairs:read" | "pairs:write" | "documents:read" | "documents:write" | "templates:write" | "contests:read" | "contests:write" | "contests:judge" | "messages:read" | "messages:write" | "settings:read" | "settings:write" | "staff:read" | "staff:write" | "audit:read")[]; days?: number } } }; responses: { 201: { headers: { [name: string]: unknown }; content: { "application/json": { id: string; token: string; expiresAt: string } } }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
    patch?: never;
    delete?: never;
  };
  "/api/tokens/{id}": {
    parameters: Parameters;
    get?: never;
    put?: never;
    post?: never;
    patch?: never;
    delete: { parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }; requestBody?: never; responses: { 204: { headers: { [name: string]: unknown }; content?: never }; default: { headers: { [name: string]: unknown }; content: { "application/problem+json": components['schemas']["Problem"] } } } };
  };
};

type Parameters = { query?: never; header?: never; path?: never; cookie?: never };

export type components = {
  schemas: {
    Problem: { type: string; title: string; status: number; code: string; detail?: string; faults?: ({ path: string; message: string })[]; current?: unknown; version?: string };
    ProblemInput: { type: string; title: string; status: number; code: string; detail?: string; faults?: ({ path: string; message: string })[]; current?: unknown; version?: string };
  };
};
