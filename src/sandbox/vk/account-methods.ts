import { unixTime, type World } from '../world.ts';
import { integers, type Params } from './params.ts';
import { wireUser } from './wire.ts';

export type Community = { groupId: number; groupName: string; screenName: string; confirmation: string };

const permissions = [
  { name: 'photos', setting: 4 },
  { name: 'messages', setting: 4096 },
  { name: 'docs', setting: 131_072 },
  { name: 'manage', setting: 262_144 },
];

/** The methods that tell about the community, its token and people. */
export function createAccountMethods(world: World, community: Community) {
  const { groupId: id, groupName: name, screenName: screen_name } = community;
  return {
    'users.get': (params: Params) =>
      integers(params, 'user_ids').flatMap((userId) => {
        const chat = world.chats.find('vk', userId);
        return chat ? [wireUser(chat)] : [];
      }),
    'utils.getServerTime': () => unixTime(world.now()),
    'groups.getById': () => ({
      groups: [{ id, name, screen_name, is_closed: 0, type: 'group' }],
      profiles: [],
    }),
    'groups.getCallbackConfirmationCode': () => ({ code: community.confirmation }),
    'groups.getTokenPermissions': () => ({
      mask: permissions.reduce((sum, one) => sum + one.setting, 0),
      permissions,
    }),
  };
}
