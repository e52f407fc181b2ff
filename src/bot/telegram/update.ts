import { z } from 'zod';

const account = z.object({ id: z.number(), is_bot: z.boolean().optional() });
const chat = z.object({ id: z.number(), type: z.string() });
/** Kept without its content: that it was there is all we need. */
const present = z
  .unknown()
  .transform(() => true as const)
  .optional();

const file = z.object({
  file_id: z.string(),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
  file_size: z.number().optional(),
});

const message = z.object({
  message_id: z.number(),
  date: z.number(),
  chat,
  from: account.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  forward_origin: present,
  document: file.optional(),
  video: file.optional(),
  audio: file.optional(),
  animation: file.optional(),
  photo: z.array(file.extend({ width: z.number(), height: z.number() })).optional(),
  contact: z.object({ phone_number: z.string(), user_id: z.number().optional() }).optional(),
  voice: present,
  video_note: present,
  sticker: present,
  location: present,
  poll: present,
  dice: present,
  story: present,
});

/**
 * The part of an update that is read, and therefore all that is stored of it: no names, no nicknames, no pictures.
 * Reading what it gives once more gives the same.
 */
export const updateSchema = z.object({
  update_id: z.number(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: account,
      data: z.string().optional(),
      message: z.object({ message_id: z.number(), chat }).optional(),
    })
    .optional(),
  my_chat_member: z
    .object({
      chat,
      from: account,
      date: z.number(),
      new_chat_member: z.object({ status: z.string() }),
    })
    .optional(),
});

export type TelegramUpdate = z.infer<typeof updateSchema>;
export type TelegramMessage = z.infer<typeof message>;

export const readUpdateKinds = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;
