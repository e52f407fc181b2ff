import { expect, test } from 'vitest';
import { checkPost, type PostAuthor, type PostRules } from './check-post.ts';
import type { GoneWhy, Post } from './post.ts';

const rules: PostRules = {
  opensAt: new Date('2022-03-01T00:00:00Z'),
  closesAt: new Date('2022-04-01T00:00:00Z'),
  hashtags: ['#МойНаставник', 'глазов'],
  minLength: 10,
  maxLength: 100,
  needs: 'none',
  communities: [77],
};
const anna: PostAuthor = { vkAccountIds: [1], communityIds: [5] };
const good: Post = {
  key: { ownerId: 1, postId: 2 },
  fromId: 1,
  signerId: null,
  text: 'Мой наставник учит меня. #мойнаставник #Глазов',
  publishedAt: new Date('2022-03-10T10:00:00Z'),
  editedAt: null,
  isRepost: false,
  isAd: false,
  isFriendsOnly: false,
  attachments: [],
  counters: { likes: 0, reposts: 0, comments: 0, views: 0 },
};

const check = (changed: Partial<Post>, changedRules: Partial<PostRules> = {}, author = anna) =>
  checkPost({ kind: 'seen', post: { ...good, ...changed } }, { ...rules, ...changedRules }, author);
const photo = { kind: 'photo', title: null, url: null } as const;
const video = { kind: 'video', title: null, url: null } as const;

test('nothing is found in a post that keeps to the rules', () => {
  expect(check({})).toEqual([]);
  expect(check({ editedAt: new Date('2022-03-31T23:59:59Z') })).toEqual([]);
  expect(check({ publishedAt: rules.opensAt })).toEqual([]);
});

test.each<[GoneWhy, string]>([
  ['deleted', 'post-deleted'],
  ['closed-profile', 'post-closed-profile'],
  ['closed-community', 'post-closed-community'],
  ['no-such-owner', 'post-no-such-owner'],
  ['unknown', 'post-not-visible'],
])('a post that is gone (%s) is told as %s alone', (why, code) => {
  expect(checkPost({ kind: 'gone', why }, rules, anna)).toEqual([{ code }]);
});

test('each fault gives its own finding with the facts', () => {
  const [early, closing] = [new Date('2022-02-28T23:59:59Z'), rules.closesAt];
  const { opensAt, closesAt } = rules;
  expect(check({ isFriendsOnly: true })).toEqual([{ code: 'post-friends-only' }]);
  expect(check({ isAd: true })).toEqual([{ code: 'post-ad' }]);
  expect(check({ isRepost: true, text: '' })).toEqual([{ code: 'post-repost' }]);
  expect(check({ publishedAt: early })).toEqual([{ code: 'post-too-early', publishedAt: early, opensAt }]);
  expect(check({ publishedAt: closing })).toEqual([
    { code: 'post-too-late', publishedAt: closing, closesAt },
  ]);
  expect(check({ editedAt: closing })).toEqual([{ code: 'post-edited-late', editedAt: closing, closesAt }]);
});

test('the author is the page, or their community, or they under their name on a wall that counts', () => {
  const community = (fromId: number, signerId: number | null = null) => ({
    key: { ownerId: -5, postId: 2 },
    fromId,
    signerId,
  });
  expect(check({ fromId: 9 })).toEqual([{ code: 'post-not-own', fromId: 9 }]);
  expect(check({ key: { ownerId: 9, postId: 2 } })).toEqual([{ code: 'post-not-own', fromId: 1 }]);
  expect(check({}, {}, { vkAccountIds: [], communityIds: [] })).toEqual([{ code: 'post-author-unproven' }]);
  expect(check(community(-5))).toEqual([]);
  expect(check(community(1))).toEqual([]);
  expect(check(community(9))).toEqual([{ code: 'post-not-own', fromId: 9 }]);
  const contest = { key: { ownerId: -77, postId: 2 } };
  expect(check({ ...contest, fromId: -77, signerId: 1 })).toEqual([]);
  expect(check({ ...contest, fromId: -77, signerId: 9 })).toEqual([{ code: 'post-not-own', fromId: 9 }]);
  expect(check({ ...contest, fromId: -77 })).toEqual([{ code: 'post-not-own', fromId: -77 }]);
  expect(check({ key: { ownerId: -6, postId: 2 }, fromId: -6 })).toEqual([
    { code: 'post-community-unconfirmed', communityId: 6 },
  ]);
});

test('a missing hashtag is named, with what is almost it', () => {
  const text = 'Мой наставник учит меня.';
  expect(check({ text: `${text} #мойнаставник2 #глазов` })).toEqual([
    {
      code: 'post-hashtag-missing',
      missing: [{ hashtag: 'мойнаставник', near: ['мойнаставник2'] }],
    },
  ]);
  const near = (tags: string) => {
    const [found] = check({ text: `${text} ${tags}` }, { hashtags: ['мойнаставник'] });
    return found?.code === 'post-hashtag-missing' ? found.missing[0]?.near : undefined;
  };
  expect(near('#мой_наставник')).toEqual(['мой_наставник']);
  expect(near('#мойнастваник')).toEqual(['мойнастваник']);
  expect(near('#наставничество')).toEqual([]);
  expect(near('#мойнаставник')).toBeUndefined();
  expect(check({ text })).toMatchObject([{ missing: [{ hashtag: 'мойнаставник' }, { hashtag: 'глазов' }] }]);
});

test('length is counted without hashtags, in characters', () => {
  const tags = '#мойнаставник #глазов';
  expect(check({ text: `🌿🌿🌿 ${tags}` })).toEqual([{ code: 'post-too-short', length: 3, minLength: 10 }]);
  expect(check({ text: `${'а'.repeat(101)} ${tags}` })).toEqual([
    { code: 'post-too-long', length: 101, maxLength: 100 },
  ]);
  expect(check({ text: tags }, { minLength: null, maxLength: null })).toEqual([]);
});

test.each([
  ['picture', [photo], true],
  ['picture', [video], false],
  ['video', [photo], false],
  ['video', [video], true],
  ['picture-or-video', [video], true],
  ['picture-or-video', [], false],
  ['none', [], true],
] as const)('needs %s: %j is enough: %s', (needs, attachments, isEnough) => {
  const found = check({ attachments: [...attachments] }, { needs });
  expect(found).toEqual(isEnough ? [] : [{ code: 'post-needs', what: needs }]);
});

test('all that is wrong is told at once', () => {
  const found = check(
    { fromId: 9, text: 'Нет', publishedAt: rules.closesAt, isAd: true },
    { needs: 'picture' },
  );
  expect(found.map((one) => one.code)).toEqual([
    'post-not-own',
    'post-hashtag-missing',
    'post-too-short',
    'post-needs',
    'post-too-late',
    'post-ad',
  ]);
});
