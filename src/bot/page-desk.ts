import type { PageDesk, PageLinks } from '../domain/pages/page-desk.ts';
import { createFormDesk } from './pages/form-desk.ts';
import type { PageDeps } from './pages/page-talk.ts';
import { createTalkDesk } from './pages/talk-desk.ts';

/** What our own page shows and does, as talks with whoever opened it. */
export function createPageDesk(deps: PageDeps): PageDesk {
  return {
    links: createPageLinks(deps),
    forms: createFormDesk(deps),
    talks: createTalkDesk(deps),
  };
}

function createPageLinks({ inTransaction, clock }: PageDeps): PageLinks {
  return {
    look: (secret) => inTransaction(({ pages }) => pages.look(secret, clock.now())),
    open: (secret) => inTransaction(({ pages }) => pages.open(secret, clock.now())),
    visit: (session) => inTransaction(({ pages }) => pages.visit(session, clock.now())),
    end: (session) => inTransaction(({ pages }) => pages.end(session, clock.now())),
  };
}
