import { describe, expect, it } from 'vitest';
import {
  awardOf,
  checkResultRules,
  defaultResultRules,
  type ResultRules,
  type Thresholds,
} from './result-rules.ts';

const faults = (more: Partial<ResultRules>) => checkResultRules({ ...defaultResultRules, ...more });
const thresholds = (more: Partial<Thresholds>): Thresholds => ({
  winnerPlaces: null,
  laureatePlaces: null,
  winnerScore: null,
  laureateScore: null,
  ...more,
});

describe('the rules of results', () => {
  it('have no fault as we give them, whoever decides', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ by: 'mixed' })).toEqual([]);
    expect(faults({ by: 'activity' })).toEqual([]);
  });

  it('need a share where both decide and only there', () => {
    for (const juryShare of [0, 1, -0.1, 70, Number.NaN]) {
      expect(faults({ by: 'mixed', juryShare })).toEqual(['jury-share']);
      expect(faults({ by: 'jury', juryShare })).toEqual([]);
    }
  });

  it('need something to count of the activity where it decides', () => {
    const nothing = { likes: 0, reposts: 0, comments: 0 };
    expect(faults({ by: 'activity', activity: nothing })).toEqual(['activity-weights']);
    expect(faults({ by: 'mixed', activity: { ...nothing, likes: -1 } })).toEqual(['activity-weights']);
    expect(faults({ by: 'jury', activity: nothing })).toEqual([]);
  });

  it('need a way to win, and laureates below winners', () => {
    expect(faults({ thresholds: thresholds({}) })).toEqual(['no-winner']);
    expect(faults({ thresholds: thresholds({ winnerScore: 90 }) })).toEqual([]);
    expect(faults({ thresholds: thresholds({ winnerPlaces: 3, laureatePlaces: 1 }) })).toEqual(['places']);
    expect(faults({ thresholds: thresholds({ winnerPlaces: 0.5 }) })).toEqual(['places']);
    expect(faults({ thresholds: thresholds({ winnerScore: 70, laureateScore: 80 }) })).toEqual(['scores']);
    expect(faults({ thresholds: thresholds({ winnerScore: 101 }) })).toEqual(['scores']);
  });

  it('need a sheet at least, and a spread within the scale', () => {
    expect(faults({ minSheets: 0 })).toEqual(['min-sheets']);
    expect(faults({ minSheets: 1.5 })).toEqual(['min-sheets']);
    expect(faults({ shownAgainFrom: 0 })).toEqual(['shown-again']);
    expect(faults({ shownAgainFrom: null })).toEqual([]);
  });
});

describe('an award', () => {
  it('goes by place', () => {
    const by = thresholds({ winnerPlaces: 1, laureatePlaces: 3 });
    expect([1, 2, 3, 4].map((place) => awardOf(place, 0, by))).toEqual([
      'winner',
      'laureate',
      'laureate',
      'participant',
    ]);
  });

  it('goes by score, to whoever has just as much as needed', () => {
    const by = thresholds({ winnerScore: 90, laureateScore: 75 });
    expect([100, 90 - 1e-12, 89.9, 75, 74.9].map((score) => awardOf(5, score, by))).toEqual([
      'winner',
      'winner',
      'laureate',
      'laureate',
      'participant',
    ]);
  });

  it('needs both where both are asked: the best of weak works need not win', () => {
    const by = thresholds({ winnerPlaces: 1, winnerScore: 80, laureatePlaces: 3 });
    expect(awardOf(1, 79, by)).toBe('laureate');
    expect(awardOf(2, 95, by)).toBe('laureate');
    expect(awardOf(1, 80, by)).toBe('winner');
  });

  it('of a laureate is not given where no rule names it', () => {
    expect(awardOf(2, 99, thresholds({ winnerPlaces: 1 }))).toBe('participant');
  });
});
