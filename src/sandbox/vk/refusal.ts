const words: Record<number, string> = {
  3: 'Unknown method passed',
  5: 'User authorization failed: invalid access_token (4).',
  6: 'Too many requests per second',
  8: 'Invalid request: v (version) is required',
  9: 'Flood control',
  10: 'Internal server error: could not perform this action',
  12: 'Unable to compile code',
  13: 'Runtime error occurred during code invocation',
  14: 'Captcha needed',
  15: 'Access denied',
  18: 'User was deleted or banned',
  27: 'Group authorization failed: method is unavailable with group auth.',
  28: 'Application authorization failed: method is unavailable with service token.',
  100: 'One of the parameters specified was missing or invalid',
  113: 'Invalid user id',
  30: 'This profile is private',
  900: "Can't send messages for users from blacklist",
  901: "Can't send messages for users without permission",
  902: "Can't send messages to this user due to their privacy settings",
  909: "Can't edit this message, because it's too old",
  214: 'Access to adding post denied',
  222: 'Hyperlinks are forbidden',
  911: 'Keyboard format is invalid',
  914: 'Message is too long',
  920: "Can't edit this kind of message",
  924: "Can't delete this message for everybody",
};

/** VK's "no": a number and words, inside an answer with status 200. */
export class VkRefusal extends Error {
  readonly code: number;

  constructor(code: number, detail?: string) {
    const general = words[code] ?? `Error ${code}`;
    super(detail === undefined ? general : `${general}: ${detail}`);
    this.code = code;
  }
}

export function missing(name: string): VkRefusal {
  return new VkRefusal(100, `${name} is undefined`);
}

export function refusalOf(error: unknown): VkRefusal {
  return error instanceof VkRefusal ? error : new VkRefusal(10, String(error));
}
