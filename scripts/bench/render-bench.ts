import type { MeasuredEdits } from './measure-edits.ts';
import type { MeasuredExplore } from './measure-explore.ts';
import { joinLines, renderTable, type TerminalText } from '../../src/lib/index.ts';
import type { BenchRun } from './run-bench.ts';
import type { Spread } from './spread.ts';

/**
 * The measurements as a table. `× 100` compares the time for each entity with that of the run of 100: 1.0 means that time grows as the schema does.
 * @param own edits of the system that this repository documents
 */
export function renderBench(runs: readonly BenchRun[], own?: MeasuredEdits): TerminalText {
  const base = runs.find((run) => run.entities === 100);
  const rows = runs.flatMap((run) =>
    run.stages.map(([name, measured]): readonly string[] => {
      const perItem = measured.seconds / (measured.items ?? run.entities);
      const before = base?.stages.find(([other]) => other === name)?.[1];
      const ratio = before === undefined ? '' : (perItem / (before.seconds / (before.items ?? 100))).toFixed(2);
      const what = measured.items === undefined ? name : `${name} (${measured.items} diagrams)`;
      return [grouped(run.entities), what, measured.seconds.toFixed(2), (perItem * 1000).toFixed(2), ratio, measured.cpuSeconds.toFixed(2), measured.peakMb.toFixed(0)];
    }),
  );
  const sites = runs.flatMap(({ entities, site }) => (site === undefined ? [] : [`${grouped(entities)} entities: a site of ${site.pages} pages, ${megabytes(site.bytes)} MB; its largest page has ${Math.ceil(site.largestPage / 1024)} KB.`]));
  const drawings = runs.flatMap(({ entities, stages }) => stages.flatMap(([, { bytesPerBox }]) => (bytesPerBox === undefined ? [] : [`${grouped(entities)} entities: ${grouped(bytesPerBox)} bytes of SVG a box.`])));
  const explores = runs.flatMap(({ entities, explore }) => (explore === undefined ? [] : [describeExplore(entities, explore)]));
  const edits = [
    ...runs.flatMap((run) => (run.edits === undefined ? [] : [describeEdits(`${grouped(run.entities)} entities`, run.edits)])),
    ...(own === undefined ? [] : [describeEdits('The system of this repository', own)]),
  ];
  return joinLines([...renderTable([['entities', 'stage', 'seconds', 'ms each', '× 100', 'CPU s', 'peak MB'], ...rows], { left: [1] }), ...(drawings.length + sites.length + edits.length > 0 ? [''] : []), ...drawings, ...sites, ...explores, ...edits]);
}

function describeExplore(entities: number, { firstPictureMs, liveMs, frames: { between, drawing, late }, memoryMb, dataBytes, dataCompressed }: MeasuredExplore): string {
  return [
    `${grouped(entities)} entities: explore shows a picture after ${firstPictureMs.toFixed(0)} ms and answers after ${liveMs.toFixed(0)} ms`,
    `moved and zoomed by hand, a frame comes each ${between.median.toFixed(1)} ms (${between.percentile95.toFixed(1)} at the 95th percentile), ${late} of ${between.count} late, and takes ${drawing.median.toFixed(1)} ms of script (${drawing.percentile95.toFixed(1)})`,
    `${memoryMb.toFixed(0)} MB of memory; ${Math.ceil(dataBytes / 1024)} KB of data, ${Math.ceil(dataCompressed / 1024)} compressed.`,
  ].join('; ');
}

function describeEdits(what: string, { picture, page, explore, exploreResized }: MeasuredEdits): string {
  const times = ({ median, most }: Spread): string => `${median.toFixed(0)} ms (${most.toFixed(0)} at most)`;
  return `${what}: an edit shows in the open picture after ${times(picture)}, in the tables after ${times(page)}; in explore after ${times(explore)}, where it makes a box larger or smaller after ${times(exploreResized)}; ${picture.count} edits each.`;
}

function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
