import { describe, expect, it } from 'vitest';
import { progressOf } from './progress.ts';

const entries = [
  { id: '1', nominationId: '10' },
  { id: '2', nominationId: '10' },
  { id: '3', nominationId: '11' },
];
const everything = { id: '7', nominationIds: null };
const oneNomination = { id: '8', nominationIds: ['10'] };

describe('the progress of a jury', () => {
  it('counts what is finished, begun and untouched of what each has to judge', () => {
    const sheets = [
      { jurorId: '7', entryId: '1', finished: true },
      { jurorId: '7', entryId: '2', finished: false },
      { jurorId: '8', entryId: '2', finished: true },
    ];
    expect(progressOf([everything, oneNomination], entries, sheets, []).jurors).toEqual([
      { jurorId: '7', due: 3, finished: 1, begun: 1, untouched: 1, left: 2 },
      { jurorId: '8', due: 2, finished: 1, begun: 0, untouched: 1, left: 1 },
    ]);
  });

  it('leaves out whom a conflict excuses, with what they had begun', () => {
    const sheets = [{ jurorId: '8', entryId: '2', finished: true }];
    const { jurors, entries: of } = progressOf([oneNomination], entries, sheets, [
      { jurorId: '8', entryId: '2' },
    ]);
    expect(jurors).toEqual([{ jurorId: '8', due: 1, finished: 0, begun: 0, untouched: 1, left: 1 }]);
    expect(of).toContainEqual({ entryId: '2', possible: 0, finished: 0 });
  });

  it('says of each entry how many may judge it and have done so', () => {
    const sheets = [{ jurorId: '7', entryId: '1', finished: true }];
    expect(progressOf([everything, oneNomination], entries, sheets, []).entries).toEqual([
      { entryId: '1', possible: 2, finished: 1 },
      { entryId: '2', possible: 2, finished: 0 },
      { entryId: '3', possible: 1, finished: 0 },
    ]);
  });

  it('knows a juror who has nothing to judge, and sheets of nobody', () => {
    const stray = [{ jurorId: '9', entryId: '1', finished: true }];
    expect(progressOf([{ id: '7', nominationIds: [] }], entries, stray, []).jurors).toEqual([
      { jurorId: '7', due: 0, finished: 0, begun: 0, untouched: 0, left: 0 },
    ]);
  });
});
