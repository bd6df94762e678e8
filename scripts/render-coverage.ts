import { percentOf, type Coverage, type CoverageOf, type CoverageReport } from '../src/lib/analysis/coverage.ts';
import { COVERAGE_METRICS } from '../src/lib/model/coverage-metric.ts';
import { joinLines, renderTable, type TerminalText } from '../src/lib/index.ts';

/** How much is described and declared, in per cent, below an empty line: of everything, then by store, domain and owner. */
export function renderCoverage({ total, stores, domains, owners }: CoverageReport): TerminalText {
  const row = (name: string, coverage: Coverage) => [name, ...COVERAGE_METRICS.map((metric) => (coverage[metric].of === 0 ? '-' : percentOf(coverage[metric]).toFixed(1)))];
  const group = (title: string, all: readonly CoverageOf[]) => (all.length === 0 ? [] : [[title], ...all.map(({ name, coverage }) => row(`  ${name}`, coverage))]);
  const counts = ['', ...COVERAGE_METRICS.map((metric) => `${total[metric].covered}/${total[metric].of}`)];
  const rows = [['coverage in %', ...COVERAGE_METRICS], row('all', total), counts, ...group('store', stores), ...group('domain', domains), ...group('owner', owners)];
  return joinLines(['', ...renderTable(rows, { left: [0] })]);
}
