import { performance } from 'node:perf_hooks';

/**
 * One stage of the bench, in a process of its own: `node run-stage.ts <stage> <schema folder> <out folder>`.
 * Prints `{ seconds, cpuSeconds, peakMb, items?, bytesPerBox? }` as JSON; what must be there before the stage can run is not timed.
 */
const [stage = '', schemaDir = '', outDir = ''] = process.argv.slice(2);

/** How many things the stage was about, where it is not the whole schema. */
let items: number | undefined;
/** Bytes of SVG for each box that was drawn. */
let bytesPerBox: number | undefined;
/** More say nothing new. */
const MOST_DRAWN = 1000;

const stages: Readonly<Record<string, () => Promise<() => Promise<unknown>>>> = {
  load: async () => {
    const { loadSchema } = await import('../../src/lib/index.ts');
    return () => loadSchema(schemaDir);
  },
  catalog: async () => {
    const { loadSchema, buildCatalog } = await import('../../src/lib/index.ts');
    const { drafts } = await loadSchema(schemaDir);
    return async () => buildCatalog(drafts);
  },
  lint: async () => {
    const { loadSchema, buildCatalog, lintCatalog, resolveConfig, rules } = await import('../../src/lib/index.ts');
    const { catalog } = buildCatalog((await loadSchema(schemaDir)).drafts);
    const settings = resolveConfig({}, () => undefined, rules);
    return async () => lintCatalog(catalog, settings);
  },
  generate: async () => {
    const { generate } = await import('../../src/lib/index.ts');
    return async () => expectKind(await generate({ schemaDir, outDir }), 'generated');
  },
  check: async () => {
    const { check } = await import('../../src/lib/index.ts');
    return async () => {
      const result = await check({ schemaDir, outDir });
      expectKind(result, 'checked');
      if (result.kind === 'checked' && result.drift.length > 0) throw new Error(`check found drift right after generate: ${result.drift[0]?.message}`);
    };
  },
  diff: async () => {
    const { drawChanges, readCatalog, reporters, review, reviewReport } = await import('../../src/lib/index.ts');
    const read = await readCatalog({ schemaDir, schemaName: 'schema' });
    if (read.kind !== 'read') throw new Error(read.findings[0]?.message);
    const head = read.catalog;
    // As after a season of work: every tenth entity changed in what matters.
    const entities = head.entities.map((entity, at) => {
      if (at % 10 === 0 && entity.kind === 'objects') return { ...entity, bucket: 'old' };
      if (at % 10 === 2) return { ...entity, owner: 'nobody', fields: entity.fields.slice(0, -1) };
      // The lifetimes of what it is connected with are judged anew.
      return at % 10 === 4 && entity.kind === 'collection' ? { ...entity, retention: { kind: 'expires', after: '2 years', field: 'createdAt' } } : entity;
    });
    const base = JSON.parse(JSON.stringify({ ...head, entities })) as typeof head;
    return async () => {
      const reviewed = review({ base, head });
      if (reviewed.changes.length === 0) throw new Error('diff found nothing.');
      const report = reviewReport(reviewed, drawChanges(base, head, reviewed.changes), 'Compared with the base.');
      for (const reporter of reporters) reporter.render(report, { colour: false, base: '', source: () => undefined });
    };
  },
  draw: async () => {
    const { makePages } = await import('../../src/lib/index.ts');
    const { drawDiagram } = await import('../../src/lib/diagram/index.ts');
    const made = await makePages({ schemaDir });
    if (made.kind !== 'made') throw new Error(made.findings[0]?.message);
    const sources = [...made.pages.values()].flatMap((text) => [...text.matchAll(/^```mermaid[^\n]*\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? '')).slice(0, MOST_DRAWN);
    items = sources.length;
    return async () => {
      let [bytes, boxes] = [0, 0];
      for (const source of sources) {
        const { svg, entities } = await drawDiagram(source);
        bytes += Buffer.byteLength(svg);
        boxes += entities;
      }
      bytesPerBox = Math.round(bytes / boxes);
    };
  },
};

function expectKind(result: { readonly kind: string; readonly findings: readonly { readonly message: string }[] }, kind: string): void {
  if (result.kind !== kind) throw new Error(result.findings[0]?.message ?? result.kind);
}

const prepare = stages[stage];
if (prepare === undefined) throw new Error(`No stage is called ${stage}.`);
const run = await prepare();
const start = performance.now();
await run();
const seconds = (performance.now() - start) / 1000;
const cpu = process.cpuUsage();
// `maxRSS` is in kilobytes on every system.
process.stdout.write(JSON.stringify({ seconds, cpuSeconds: (cpu.user + cpu.system) / 1e6, peakMb: process.resourceUsage().maxRSS / 1024, ...(items === undefined ? {} : { items }), ...(bytesPerBox === undefined ? {} : { bytesPerBox }) }), () => process.exit(0));
