import { z } from 'zod';
import type { Post, PostAttachment, PostAttachmentKind, PostKey, PostLook } from '../../domain/posts/post.ts';
import { unescaped } from './unescaped.ts';

const counter = z.object({ count: z.number().optional() }).optional();
const named = z.object({ title: z.string().optional(), url: z.string().optional() });

const attachment = z.object({
  type: z.string(),
  photo: z
    .object({
      sizes: z
        .array(z.object({ url: z.string().optional(), width: z.number(), height: z.number() }))
        .optional(),
    })
    .optional(),
  video: named.optional(),
  clip: named.optional(),
  doc: named.optional(),
  link: named.optional(),
  audio: z.object({ artist: z.string().optional(), title: z.string().optional() }).optional(),
  poll: z.object({ question: z.string().optional() }).optional(),
});

const keySchema = z.object({ id: z.number(), owner_id: z.number().optional(), to_id: z.number().optional() });

const postSchema = z.object({
  from_id: z.number(),
  signer_id: z.number().optional(),
  text: z.string().default(''),
  date: z.number(),
  edited: z.number().optional(),
  copy_history: z.array(z.unknown()).optional(),
  marked_as_ads: z.number().optional(),
  friends_only: z.number().optional(),
  attachments: z.array(attachment).default([]),
  likes: counter,
  reposts: counter,
  comments: counter,
  views: counter,
});

const deleted = z.object({ is_deleted: z.literal(true) });

/** Which post an item of VK's answers is; null where it is none. */
export function keyOfItem(item: unknown): PostKey | null {
  const parsed = keySchema.safeParse(item);
  const ownerId = parsed.data?.owner_id ?? parsed.data?.to_id;
  return parsed.success && ownerId !== undefined ? { ownerId, postId: parsed.data.id } : null;
}

/** What an item shows; null where it is not understood, which says nothing about the post. */
export function lookOfItem(key: PostKey, item: unknown): PostLook | null {
  if (deleted.safeParse(item).success) return { kind: 'gone', why: 'deleted' };
  const parsed = postSchema.safeParse(item);
  return parsed.success ? { kind: 'seen', post: postOf(key, parsed.data) } : null;
}

function postOf(key: PostKey, item: z.infer<typeof postSchema>): Post {
  return {
    key,
    fromId: item.from_id,
    signerId: item.signer_id ?? null,
    text: unescaped(item.text),
    publishedAt: new Date(item.date * 1000),
    editedAt: item.edited ? new Date(item.edited * 1000) : null,
    isRepost: (item.copy_history ?? []).length > 0,
    isAd: item.marked_as_ads === 1,
    isFriendsOnly: item.friends_only === 1,
    attachments: item.attachments.map(attachmentOf),
    counters: {
      likes: item.likes?.count ?? 0,
      reposts: item.reposts?.count ?? 0,
      comments: item.comments?.count ?? 0,
      views: item.views?.count ?? null,
    },
  };
}

const kinds: Record<string, PostAttachmentKind> = {
  photo: 'photo',
  posted_photo: 'photo',
  photos_list: 'photo',
  video: 'video',
  clip: 'video',
  doc: 'doc',
  link: 'link',
  audio: 'audio',
  podcast: 'audio',
  poll: 'poll',
};

function attachmentOf(given: z.infer<typeof attachment>): PostAttachment {
  const kind = kinds[given.type] ?? 'other';
  const { photo, audio, poll } = given;
  const about = given.video ?? given.clip ?? given.doc ?? given.link;
  const song = [audio?.artist, audio?.title].filter(Boolean).join(' — ');
  const largest = photo?.sizes?.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
  return {
    kind,
    title: about?.title || poll?.question || song || null,
    url: about?.url ?? largest?.url ?? null,
  };
}
