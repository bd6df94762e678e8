import { SIZE } from '../../src/lib/diagram/dimensions.ts';
import type { Layout, PlacedBox, Point } from '../../src/lib/diagram/index.ts';
import { measureText } from '../../src/lib/diagram/measure-text.ts';

/** Everything that a reader would call a fault of the drawing, in words; an empty list when there is none. */
export function checkGeometry(layout: Layout): readonly string[] {
  return [...checkBoxes(layout), ...checkTexts(layout), ...checkFeet(layout), ...checkLines(layout), ...checkLabels(layout)];
}

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const areaOf = (box: PlacedBox): Area => ({ left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height });
const overlap = (a: Area, b: Area): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const segmentsOf = (points: readonly Point[]): readonly (readonly [Point, Point])[] => points.slice(1).map((point, index) => [points[index] ?? point, point]);
const spanOf = ([a, b]: readonly [Point, Point]): Area => ({ left: Math.min(a.x, b.x), right: Math.max(a.x, b.x), top: Math.min(a.y, b.y), bottom: Math.max(a.y, b.y) });

function checkBoxes({ graph, boxes, width, height }: Layout): readonly string[] {
  const faults: string[] = [];
  boxes.forEach((box, index) => {
    const area = areaOf(box);
    if (area.left < 0 || area.top < 0 || area.right > width || area.bottom > height) faults.push(`box ${index} leaves the drawing`);
    boxes.slice(index + 1).forEach((other, offset) => {
      if (overlap(area, areaOf(other))) faults.push(`boxes ${index} and ${index + 1 + offset} overlap`);
    });
    const last = box.rows.at(-1);
    if (last !== undefined && last.y + last.height !== box.height) faults.push(`the rows of box ${index} do not fill it`);
  });
  if (boxes.length !== graph.entities.length) faults.push('a box is missing');
  return faults;
}

function checkTexts({ graph, boxes }: Layout): readonly string[] {
  const faults: string[] = [];
  boxes.forEach((box, index) => {
    for (const line of box.name) if (box.nameX + measureText(line) * SIZE.nameText > box.width - SIZE.padding) faults.push(`the name of box ${index} leaves its header`);
    if (box.name.join('') !== graph.entities[index]?.name && !box.name.join('').includes('…')) faults.push(`the name of box ${index} is cut`);
    for (const row of box.rows) {
      const widest = Math.max(...row.lines.map(measureText)) * SIZE.nameText;
      const type = measureText(row.type) * SIZE.typeText;
      if (SIZE.padding + measureText(row.marks) * SIZE.markText > box.fieldX) faults.push(`marks meet the name in box ${index}`);
      if (box.fieldX + widest + (type === 0 ? 0 : SIZE.gap + type) > box.width - SIZE.padding + 0.5) faults.push(`text leaves its row in box ${index}: ${row.lines.join('')}`);
    }
  });
  return faults;
}

function checkFeet({ graph, boxes, lines }: Layout): readonly string[] {
  const faults: string[] = [];
  const feet = lines.flatMap((line) => line.feet);
  feet.forEach((foot, index) => {
    const box = boxes[foot.entity];
    if (box === undefined) return;
    const row = foot.field === undefined ? { y: 0, height: box.header } : box.rows.find((candidate) => candidate.field === foot.field);
    if (row === undefined) faults.push(`a foot has no row at box ${foot.entity}`);
    else if (foot.y - 4 < box.y + row.y || foot.y + 4 > box.y + row.y + row.height) faults.push(`a foot leaves its row at box ${foot.entity}`);
    if (foot.x !== (foot.direction === 1 ? box.x + box.width : box.x)) faults.push(`a foot does not touch box ${foot.entity}`);
    for (const other of feet.slice(index + 1)) {
      if (other.x === foot.x && other.direction === foot.direction && Math.abs(other.y - foot.y) < 9) faults.push(`two feet lie on each other at box ${foot.entity}`);
    }
    const area = { left: Math.min(foot.x, foot.x + foot.direction * SIZE.foot), right: Math.max(foot.x, foot.x + foot.direction * SIZE.foot), top: foot.y - 4, bottom: foot.y + 4 };
    boxes.forEach((candidate, at) => {
      if (overlap(area, areaOf(candidate))) faults.push(`a foot of box ${foot.entity} lies on box ${at}`);
    });
  });
  for (const [index, relation] of graph.relations.entries()) {
    const line = lines.find((candidate) => candidate.branches.some((branch) => branch.relation === index));
    for (const end of [relation.from, relation.to]) {
      if (!line?.feet.some((foot) => foot.entity === end.entity && foot.field === end.field && foot.cardinality === end.cardinality)) faults.push(`relation ${index} has no foot at box ${end.entity}`);
    }
  }
  return faults;
}

function checkLines({ boxes, lines, width, height }: Layout): readonly string[] {
  const faults: string[] = [];
  lines.forEach((line, index) => {
    const segments = line.branches.flatMap((branch) => segmentsOf(branch.points));
    for (const segment of segments) {
      const span = spanOf(segment);
      if (span.left !== span.right && span.top !== span.bottom) faults.push(`line ${index} is oblique`);
      if (span.left < 0 || span.top < 0 || span.right > width || span.bottom > height) faults.push(`line ${index} leaves the drawing`);
      boxes.forEach((box, at) => {
        const area = areaOf(box);
        if (span.left < area.right && span.right > area.left && span.top < area.bottom && span.bottom > area.top) faults.push(`line ${index} passes through box ${at}`);
      });
      for (const [offset, other] of lines.slice(index + 1).entries()) {
        for (const otherSegment of other.branches.flatMap((branch) => segmentsOf(branch.points))) {
          const there = spanOf(otherSegment);
          const shared = Math.min(span.right, there.right) - Math.max(span.left, there.left) + Math.min(span.bottom, there.bottom) - Math.max(span.top, there.top);
          const touch = span.left <= there.right && there.left <= span.right && span.top <= there.bottom && there.top <= span.bottom;
          if (touch && shared > 0 && (span.left === span.right) === (there.left === there.right)) faults.push(`lines ${index} and ${index + 1 + offset} lie on each other`);
        }
      }
    }
    for (const branch of line.branches) {
      const [start, end] = [branch.points[0], branch.points.at(-1)];
      if (!line.feet.some((foot) => foot.x === start?.x && foot.y === start.y)) faults.push(`a branch of line ${index} begins nowhere`);
      const arrives = line.feet.some((foot) => foot.x === end?.x && foot.y === end.y) || line.junctions.some((point) => point.x === end?.x && point.y === end.y);
      if (!arrives) faults.push(`a branch of line ${index} ends nowhere`);
    }
  });
  return faults;
}

function checkLabels({ boxes, lines }: Layout): readonly string[] {
  const faults: string[] = [];
  const labels = lines.flatMap((line, index) => line.branches.flatMap(({ label }) => (label === undefined ? [] : [{ index, area: { left: label.x - label.width / 2, right: label.x + label.width / 2, top: label.y - 4, bottom: label.y + 4 } }])));
  labels.forEach(({ index, area }, at) => {
    if (boxes.some((box) => overlap(area, areaOf(box)))) faults.push(`a label of line ${index} lies on a box`);
    if (labels.slice(at + 1).some((other) => overlap(area, other.area))) faults.push('two labels lie on each other');
    lines.forEach((line, other) => {
      if (other === index) return;
      for (const span of line.branches.flatMap((branch) => segmentsOf(branch.points)).map(spanOf)) {
        if (span.left < area.right && span.right > area.left && span.top < area.bottom && span.bottom > area.top) faults.push(`line ${other} crosses the label of line ${index}`);
      }
    });
  });
  return faults;
}
