/** `reached` is `never` only where it is certain that no byte of the request arrived. */
export type NetworkTrouble = { code: string; reached: 'never' | 'perhaps' };

const neverReached =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EAI_FAIL|CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/**
 * What a failed call of node-fetch (2 and 3, which both libraries use) says about the request. Errors while connecting
 * are told by the reason's first word: the code alone (ETIMEDOUT, EHOSTUNREACH) may also come from an open connection.
 * A reason without words is Node's summary of several addresses of which none could be connected to. The
 * error's own message is never passed on: it quotes the address, and Telegram's holds the bot's token.
 */
export function networkTrouble(error: unknown): NetworkTrouble {
  if (!(error instanceof Error)) return { code: 'unknown', reached: 'perhaps' };
  const code = codeOf(error);
  const reason = /, reason: (.*)$/s.exec(error.message)?.[1]?.trim();
  const whileConnecting =
    reason !== undefined &&
    (reason === '' || /^connect E|^getaddrinfo |before secure TLS connection/.test(reason));
  return { code, reached: neverReached.test(code) || whileConnecting ? 'never' : 'perhaps' };
}

function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error.name === 'AbortError' || /timed out/.test(error.message)) return 'timeout';
  // An answer that was no JSON: some proxy on the way, or half an answer.
  if (error instanceof SyntaxError || ('type' in error && error.type === 'invalid-json')) return 'no-json';
  return error.name;
}
