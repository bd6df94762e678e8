import type { Box } from './build-box.ts';
import type { Cardinality, Graph } from './graph.ts';
import type { LineStyle } from './line-style.ts';

/** A diagram with everything in its place. Whole pixels from the upper left corner. */
export interface Layout {
  readonly graph: Graph;
  readonly width: number;
  readonly height: number;
  /** One for each entity of the graph, in its order. */
  readonly boxes: readonly PlacedBox[];
  readonly lines: readonly Line[];
}

export interface PlacedBox extends Box {
  readonly x: number;
  readonly y: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * One relation, or several that meet the same row in the same way: these join before they arrive, with a dot where they do, and share
 * one foot there.
 */
export interface Line {
  readonly style: LineStyle;
  readonly branches: readonly Branch[];
  readonly feet: readonly Foot[];
  readonly junctions: readonly Point[];
}

export interface Branch {
  /** Index into the graph's relations. */
  readonly relation: number;
  /** Corners of the line from its own end to the other end or to where it joins a branch before it. */
  readonly points: readonly Point[];
  readonly label?: Label;
}

export interface Label {
  readonly text: string;
  /** Middle of the text. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Where a line meets the border of a box. */
export interface Foot extends Point {
  readonly entity: number;
  readonly field: number | undefined;
  /** 1: the line leaves the box to the right. */
  readonly direction: 1 | -1;
  readonly cardinality: Cardinality;
}
