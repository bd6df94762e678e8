/**
 * Gives each node of a connected graph a column, so that no edge stays within one. Few edges pass over a column, columns are about
 * equally high, and edges rather lead to the right. Deterministic: a local search from a breadth-first start.
 * @param heights of the nodes
 * @param balance what a column's surplus over the average height costs, squared, relative to the average; an edge that passes over a column costs 5
 * @returns a column from 0 for each node, empty columns closed; `undefined` when so few columns cannot do
 */
export function assignColumns(heights: readonly number[], edges: readonly ColumnEdge[], count: number, balance: number): readonly number[] | undefined {
  const neighbours = neighboursOf(heights.length, edges);
  let best: readonly number[] | undefined;
  let bestCost = Infinity;
  for (const start of startsOf(neighbours, count)) {
    const columns = improve([...start], heights, neighbours, count, balance);
    const cost = costOf(columns, heights, edges, count, balance);
    if (cost < bestCost - 1e-9) [best, bestCost] = [columns, cost];
  }
  if (best === undefined || edges.some(({ from, to }) => best?.[from] === best?.[to])) return undefined;
  const used = [...new Set(best)].sort((a, b) => a - b);
  return best.map((column) => used.indexOf(column));
}

export interface ColumnEdge {
  readonly from: number;
  readonly to: number;
}

interface Neighbour {
  readonly node: number;
  /** 1 when the edge leads to the neighbour, -1 when it comes from there. */
  readonly direction: 1 | -1;
}

const SAME_COLUMN = 400;
const PASSED_COLUMN = 5;
const LEFTWARD = 1.2;

function edgeCost(from: number, to: number): number {
  const span = to - from;
  return span === 0 ? SAME_COLUMN : (Math.abs(span) - 1) * PASSED_COLUMN + (span < 0 ? LEFTWARD : 0);
}

function costOf(columns: readonly number[], heights: readonly number[], edges: readonly ColumnEdge[], count: number, balance: number): number {
  let cost = 0;
  for (const { from, to } of edges) cost += edgeCost(columns[from] ?? 0, columns[to] ?? 0);
  return cost + balance * imbalance(totals(columns, heights, count), heights);
}

function imbalance(filled: readonly number[], heights: readonly number[]): number {
  const average = heights.reduce((sum, height) => sum + height, 0) / filled.length;
  let cost = 0;
  for (const height of filled) cost += ((height - average) / average) ** 2;
  return cost;
}

function totals(columns: readonly number[], heights: readonly number[], count: number): number[] {
  const filled = Array.from({ length: count }, () => 0);
  columns.forEach((column, node) => {
    filled[column] = (filled[column] ?? 0) + (heights[node] ?? 0);
  });
  return filled;
}

function improve(columns: number[], heights: readonly number[], neighbours: readonly (readonly Neighbour[])[], count: number, balance: number): readonly number[] {
  const filled = totals(columns, heights, count);
  for (let sweep = 0; sweep < 30; sweep += 1) {
    let moved = false;
    for (let node = 0; node < columns.length; node += 1) {
      const current = columns[node] ?? 0;
      const height = heights[node] ?? 0;
      const costAt = (column: number): number => {
        let cost = 0;
        for (const { node: other, direction } of neighbours[node] ?? []) {
          const there = columns[other] ?? 0;
          cost += direction === 1 ? edgeCost(column, there) : edgeCost(there, column);
        }
        filled[current] = (filled[current] ?? 0) - height;
        filled[column] = (filled[column] ?? 0) + height;
        cost += balance * imbalance(filled, heights);
        filled[column] = (filled[column] ?? 0) - height;
        filled[current] = (filled[current] ?? 0) + height;
        return cost;
      };
      let target = current;
      let least = costAt(current);
      for (let column = 0; column < count; column += 1) {
        const cost = column === current ? Infinity : costAt(column);
        if (cost < least - 1e-9) [target, least] = [column, cost];
      }
      if (target === current) continue;
      filled[current] = (filled[current] ?? 0) - height;
      filled[target] = (filled[target] ?? 0) + height;
      columns[node] = target;
      moved = true;
    }
    if (!moved) break;
  }
  return columns;
}

/** Distances from each of the busiest nodes, folded into the columns that there are. */
function* startsOf(neighbours: readonly (readonly Neighbour[])[], count: number): Iterable<readonly number[]> {
  const busiest = neighbours.map((_, node) => node).sort((a, b) => (neighbours[b]?.length ?? 0) - (neighbours[a]?.length ?? 0) || a - b).slice(0, 3);
  for (const root of busiest) {
    for (let first = 0; first < count; first += 1) {
      const columns = Array.from({ length: neighbours.length }, () => -1);
      columns[root] = first;
      const queue = [root];
      for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
        for (const { node: other, direction } of neighbours[node] ?? []) {
          if (columns[other] !== -1) continue;
          const wanted = (columns[node] ?? 0) + direction;
          columns[other] = wanted >= 0 && wanted < count ? wanted : (columns[node] ?? 0) - direction;
          queue.push(other);
        }
      }
      yield columns.map((column) => Math.min(count - 1, Math.max(0, column)));
    }
  }
}

function neighboursOf(size: number, edges: readonly ColumnEdge[]): readonly (readonly Neighbour[])[] {
  const neighbours: Neighbour[][] = Array.from({ length: size }, () => []);
  for (const { from, to } of edges) {
    neighbours[from]?.push({ node: to, direction: 1 });
    neighbours[to]?.push({ node: from, direction: -1 });
  }
  return neighbours;
}
