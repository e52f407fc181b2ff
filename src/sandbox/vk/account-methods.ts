import { unixTime, type World } from '../world.ts';
import { integers, type Params } from './params.ts';
import { VkRefusal } from './refusal.ts';
import type { OtherGroup, Walls } from './walls.ts';
import { wireUser } from './wire.ts';

export type Community = { groupId: number; groupName: string; screenName: string; confirmation: string };

const permissions = [
  { name: 'photos', setting: 4 },
  { name: 'messages', setting: 4096 },
  { name: 'docs', setting: 131_072 },
  { name: 'manage', setting: 262_144 },
];

/** The methods that tell about the community, its token and people. */
export function createAccountMethods(world: World, community: Community, walls: Walls) {
  const { groupId, groupName: name, screenName: screen_name } = community;
  const own = { id: groupId, name, screen_name, is_closed: 0, type: 'group' };

  function groupsOf(params: Params): Record<string, unknown>[] {
    if (params.group_ids === undefined) return [own];
    const ids = integers(params, 'group_ids');
    if (ids.length > 500) throw new VkRefusal(100, 'group_ids should have 500 at most');
    return ids.flatMap((id) => {
      if (id === groupId) return [own];
      const other = walls.group(id);
      return other ? [wireGroup(other)] : [];
    });
  }

  return {
    'users.get': (params: Params) =>
      integers(params, 'user_ids').flatMap((userId) => {
        const chat = world.chats.find('vk', userId);
        return chat ? [wireUser(chat, walls.isClosed(userId))] : [];
      }),
    'utils.getServerTime': () => unixTime(world.now()),
    'groups.getById': (params: Params) => ({ groups: groupsOf(params), profiles: [] }),
    'groups.getCallbackConfirmationCode': () => ({ code: community.confirmation }),
    'groups.getTokenPermissions': () => ({
      mask: permissions.reduce((sum, one) => sum + one.setting, 0),
      permissions,
    }),
  };
}

function wireGroup({ id, name, closed, deactivated }: OtherGroup): Record<string, unknown> {
  return {
    id,
    name,
    screen_name: `club${id}`,
    is_closed: closed ? 1 : 0,
    type: 'group',
    ...(deactivated && { deactivated }),
  };
}
