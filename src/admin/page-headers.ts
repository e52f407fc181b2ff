/**
 * For pages that are rendered here: everything is refused but what they are made of. `pictures`: of our own, where a page
 * shows any.
 */
export function pageHeaders(secure: boolean, { pictures }: { pictures: boolean }) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        ...(pictures && { imgSrc: ["'self'"] }),
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' as const },
    frameguard: { action: 'deny' as const },
    strictTransportSecurity: secure && { maxAge: 15_552_000 },
  };
}
