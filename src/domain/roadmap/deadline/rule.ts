import type { Found } from './item.ts';
import type { Token } from './lexer.ts';
import type { Every } from './lexicon.ts';
import type { Shape } from './shape.ts';

/** One or more stretches named together: «1 и 15 сентября», «I, III кварталы», «конец мая». */
export type Points = {
  shapes: Shape[];
  /** Said with the day itself: «25.03.2022». */
  year: number | null;
  exact: boolean;
  periodic: Every | null;
  /** Already a span from–to, so that «с» before it needs no end. */
  ranged: boolean;
};

export type Rule = (tokens: readonly Token[], at: number, afterSince: boolean) => Found<Points> | null;

export function points(shapes: readonly (Shape | null)[], more: Partial<Points> = {}): Points {
  const real = shapes.filter((each) => each !== null);
  return { shapes: real, year: null, exact: false, periodic: null, ranged: false, ...more };
}
