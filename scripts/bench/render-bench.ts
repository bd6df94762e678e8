import { renderTable } from '../render-table.ts';
import type { BenchRun } from './run-bench.ts';

/**
 * The measurements as a table. `× 100` compares the time for each entity with that of the run of 100: 1.0 means that time grows as the schema does.
 */
export function renderBench(runs: readonly BenchRun[]): string {
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
  return [...renderTable([['entities', 'stage', 'seconds', 'ms each', '× 100', 'CPU s', 'peak MB'], ...rows], { left: [1] }), ...(sites.length > 0 ? ['', ...sites] : []), ''].join('\n');
}

function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
