import { z } from 'zod';
import type { FileContent } from '../../domain/files/stored-file.ts';
import { networkTrouble } from '../network-trouble.ts';
import type { VkClient, VkResult } from './calls.ts';

/** An attachment's name for `messages.send`, or what came in its way. */
export type Uploaded = { attachment: string } | Exclude<VkResult, { kind: 'answer' }>;

const serverSchema = z.object({ upload_url: z.string() });
const ownedSchema = z.object({ id: z.number(), owner_id: z.number(), access_key: z.string().optional() });
const photoTakenSchema = z.object({ server: z.number(), photo: z.string(), hash: z.string() });
const docTakenSchema = z.object({ file: z.string() });
const notUnderstood: Uploaded = {
  kind: 'network',
  trouble: { code: 'answer-not-understood', reached: 'perhaps' },
};

/** Puts a file where a message to `peerId` may show it. Until that message is sent, nobody sees anything. */
export async function upload(client: VkClient, peerId: string, content: FileContent): Promise<Uploaded> {
  const isPhoto = /^image\/(jpeg|png)$/.test(content.mime);
  const photo = isPhoto ? await uploadPhoto(client, peerId, content) : null;
  // VK takes a picture of odd measures without a word and gives back nothing: it goes as a document.
  return photo ?? uploadDocument(client, peerId, content);
}

async function uploadPhoto(client: VkClient, peerId: string, content: FileContent): Promise<Uploaded | null> {
  const server = await client.call('photos.getMessagesUploadServer', { peer_id: peerId });
  if (server.kind !== 'answer') return server;
  const taken = await post(client, server.response, 'photo', content);
  if ('kind' in taken) return taken;
  const photo = photoTakenSchema.safeParse(taken.body);
  if (!photo.success || /^(\[\])?$/.test(photo.data.photo)) return null;
  const saved = await client.call('photos.saveMessagesPhoto', photo.data);
  if (saved.kind !== 'answer') return saved;
  const owned = z.tuple([ownedSchema]).safeParse(saved.response);
  return owned.success ? { attachment: nameOf('photo', owned.data[0]) } : notUnderstood;
}

async function uploadDocument(client: VkClient, peerId: string, content: FileContent): Promise<Uploaded> {
  const server = await client.call('docs.getMessagesUploadServer', { type: 'doc', peer_id: peerId });
  if (server.kind !== 'answer') return server;
  const taken = await post(client, server.response, 'file', content);
  if ('kind' in taken) return taken;
  const document = docTakenSchema.safeParse(taken.body);
  if (!document.success) return notUnderstood;
  const saved = await client.call('docs.save', { file: document.data.file, title: content.name });
  if (saved.kind !== 'answer') return saved;
  const owned = z.object({ doc: ownedSchema }).safeParse(saved.response);
  return owned.success ? { attachment: nameOf('doc', owned.data.doc) } : notUnderstood;
}

async function post(
  { upload: uploader }: VkClient,
  server: unknown,
  field: string,
  { name, mime, bytes }: FileContent,
): Promise<{ body: unknown } | Exclude<VkResult, { kind: 'answer' }>> {
  const address = serverSchema.safeParse(server);
  if (!address.success) return { kind: 'network', trouble: { code: 'no-upload-server', reached: 'perhaps' } };
  const value = {
    value: Buffer.from(bytes),
    filename: name,
    contentType: mime,
    contentLength: bytes.length,
  };
  try {
    const { formData } = await uploader.buildPayload({ field, values: [value], maxFiles: 1 });
    const body: unknown = await uploader.upload(address.data.upload_url, {
      formData,
      timeout: undefined,
      forceBuffer: false,
    });
    return { body };
  } catch (error) {
    return { kind: 'network', trouble: networkTrouble(error) };
  }
}

function nameOf(kind: 'photo' | 'doc', { id, owner_id, access_key }: z.infer<typeof ownedSchema>): string {
  return `${kind}${owner_id}_${id}${access_key === undefined ? '' : `_${access_key}`}`;
}
