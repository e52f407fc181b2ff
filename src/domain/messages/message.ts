/** What people see, without a platform. Plain text only: what needs no markup can't be broken by a name. */
export type Message = {
  text: string;
  /** Inline buttons, row by row. Limits of the stricter platform hold for both: see `limits`. */
  buttons?: Button[][];
  /** Shows or hides the persistent menu under the chat (its labels come back as ordinary texts). */
  menu?: string[][] | 'hide';
  /**
   * The label that asks for the person's own phone. Telegram shows it, and under it the labels of `buttons` as a keyboard
   * whose keys come back as texts, until another `menu` comes; a platform without such a key shows `buttons` alone.
   */
  askContact?: string;
  /** Ids of `stored_file` rows to send along, at most `limits.files`. */
  files?: string[];
  /** The text names somebody else than its reader: not every platform may carry it, see `named`. */
  namesOthers?: true;
  /** The text opens something to whoever reads it (a code, an invitation): the panel shows it to nobody. */
  secret?: true;
};

export type Button =
  | { label: string; action: string; tone?: 'primary' | 'positive' | 'negative' }
  | { label: string; url: string };

/** The stricter of Telegram (Bot API 10.1) and VK (5.199) for every measure. */
export const limits = {
  text: 4096,
  label: 40,
  /** Bytes of UTF-8: Telegram's callback_data. */
  actionBytes: 64,
  buttonRows: 6,
  buttonsInRow: 5,
  buttons: 10,
  menuRows: 10,
  menuButtons: 40,
  files: 10,
  /** The word shown when a button was pressed (VK's snackbar shows fewer than Telegram's 200). */
  answer: 90,
} as const;

/** What leaves in one delivery row. `edit` and `answer` may be repeated safely, `send` may not everywhere. */
export type Outgoing =
  | { kind: 'send'; message: Message }
  /** Replaces text and buttons of an earlier message; no `buttons` takes them away. */
  | { kind: 'edit'; messageId: string; message: Message }
  /** The word that answers a pressed button; platforms forget a press within seconds to a minute. */
  | { kind: 'answer'; callbackId: string; text?: string };
