import type { FastifyInstance } from 'fastify';
import { readBody, recordOf } from '../bodies.ts';
import { imageSize, type StoredFile } from '../files.ts';
import { rawBody, sendFile } from '../server.ts';
import type { World } from '../world.ts';
import { integer, type Params } from './params.ts';
import { VkRefusal } from './refusal.ts';
import { wireDoc, wirePhoto, wireVoice } from './wire.ts';

/** The upload server, the addresses of uploaded files, and the methods around them. */
export function createUploads(world: World, app: FastifyInstance, groupId: number) {
  app.post<{ Params: { kind: string } }>('/vk/upload/:kind', async (request, reply) => {
    const { files } = readBody(request.headers['content-type'], rawBody(request));
    const [file] = files.values();
    if (!file || file.bytes.length === 0) return reply.send({ error: 'no_file', error_descr: 'no file' });
    if (request.params.kind === 'photo') {
      if (!imageSize(file.bytes)) return reply.send({ error: 'ERR_UPLOAD_BAD_IMAGE_SIZE' });
      const photo = world.files.add(file);
      return reply.send({ server: 1, photo: JSON.stringify([{ file: ticket(photo) }]), hash: photo.key });
    }
    return reply.send({ file: `${request.params.kind}|${ticket(world.files.add(file))}` });
  });

  app.get<{ Params: { number: string; key: string } }>('/vk/files/:number/:key/*', async (request, reply) => {
    const file = world.files.get(Number(request.params.number), request.params.key);
    return file ? sendFile(reply, file) : reply.code(404).send();
  });

  function uploaded(text: string | undefined): StoredFile {
    const found = /^(\d+)_([0-9a-f]+)$/.exec(text ?? '');
    const file = found?.[2] === undefined ? undefined : world.files.get(Number(found[1]), found[2]);
    if (!file) throw new VkRefusal(100, 'file is invalid');
    return file;
  }

  /** Files for a person are only taken where messages are. */
  function checkPeer(params: Params): void {
    const peerId = integer(params, 'peer_id');
    if (peerId && world.chats.find('vk', peerId)?.standing !== 'open') throw new VkRefusal(901);
  }

  return {
    'docs.getMessagesUploadServer': (params: Params) => {
      checkPeer(params);
      return {
        upload_url: `${world.url()}/vk/upload/${params.type === 'audio_message' ? 'audio_message' : 'doc'}`,
      };
    },
    'docs.save': (params: Params) => {
      const [kind = '', text] = (params.file ?? '').split('|');
      const file = uploaded(text);
      if (kind === 'audio_message')
        return { type: 'audio_message', audio_message: wireVoice(world, file, -groupId) };
      const titled = { ...file, name: params.title || file.name };
      return { type: 'doc', doc: wireDoc(world, titled, -groupId) };
    },
    'photos.getMessagesUploadServer': (params: Params) => {
      checkPeer(params);
      return { album_id: -64, upload_url: `${world.url()}/vk/upload/photo`, user_id: 0, group_id: groupId };
    },
    'photos.saveMessagesPhoto': (params: Params) => {
      const file = uploaded(photoTicket(params.photo ?? ''));
      if (params.hash !== file.key) throw new VkRefusal(100, 'hash is invalid');
      return [wirePhoto(world, file, -groupId)];
    },
  };
}

function ticket(file: StoredFile): string {
  return `${file.number}_${file.key}`;
}

function photoTicket(json: string): string {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) ? String(recordOf(list[0]).file) : '';
  } catch {
    throw new VkRefusal(100, 'photo is invalid');
  }
}
