import { expect, it } from 'vitest';
import { createRest } from './sender-rest.ts';

it('lets bulk wait after each message and answers after four in a row', () => {
  const rest = createRest(1000);
  expect(rest.at(0)).toEqual({ restingChats: [], tiredChats: [] });
  rest.begin('a', 0);
  rest.begin('a', 0);
  rest.begin('b', 0);
  rest.begin('a', 100);
  expect(rest.at(100)).toEqual({ restingChats: ['a', 'b'], tiredChats: [] });
  rest.begin('a', 100);
  expect(rest.at(100)).toEqual({ restingChats: ['a', 'b'], tiredChats: ['a'] });
  expect(rest.at(1000)).toEqual({ restingChats: ['a'], tiredChats: [] });
  expect(rest.at(3999)).toEqual({ restingChats: ['a'], tiredChats: [] });
  expect(rest.at(4000)).toEqual({ restingChats: [], tiredChats: [] });
});

it('never lets more than five messages into a chat at once, nor more than one a second after that', () => {
  const rest = createRest(1000);
  const sent: number[] = [];
  for (let now = 0; now < 20_000; now += 10) {
    if (rest.at(now).tiredChats.length > 0) continue;
    rest.begin('a', now);
    sent.push(now);
  }
  expect(sent.filter((at) => at < 1000).length).toBeLessThanOrEqual(5);
  for (const [index, at] of sent.entries()) {
    const earlier = sent[index - 5];
    if (earlier !== undefined) expect(at - earlier).toBeGreaterThanOrEqual(1000);
  }
});

it('is not kept where the platform does not ask for it', () => {
  const rest = createRest(0);
  rest.begin('a', 0);
  expect(rest.at(0).restingChats).toEqual([]);
  expect(rest.isAny()).toBe(false);
});
