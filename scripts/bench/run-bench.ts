import { cp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withScratchFolder } from '../../src/lib/disk/scratch-folder.ts';
import { writePages } from '../../src/lib/disk/write-pages.ts';
import { packageRoot } from '../project.ts';
import { measureEdits, type MeasuredEdits } from './measure-edits.ts';
import type { MeasuredExplore } from './measure-explore.ts';
import { measureBuild, measureExplorePage, measureSite, measureStage, type Measured } from './measure.ts';
import { renderSyntheticSchema } from './synthetic-schema.ts';

/** Everything measured of one size. */
export interface BenchRun {
  readonly entities: number;
  readonly stages: readonly (readonly [name: string, measured: Measured])[];
  readonly site?: { readonly bytes: number; readonly pages: number; readonly largestPage: number };
  readonly explore?: MeasuredExplore;
  readonly edits?: MeasuredEdits;
}

/** Measures the generator on a synthetic schema, in a temporary folder that is removed afterwards. */
export async function runBench(entities: number, options: BenchOptions): Promise<BenchRun> {
  return withScratchFolder(await realpath(tmpdir()), (folder) => benchIn(folder, entities, options));
}

export interface BenchOptions {
  readonly site: boolean;
  readonly say: (text: string) => void;
}

async function benchIn(folder: string, entities: number, options: BenchOptions): Promise<BenchRun> {
  const [schemaDir, outDir, distDir] = [join(folder, 'schema'), join(folder, 'out'), join(folder, 'dist')];
  const stages: (readonly [string, Measured])[] = [];
  const measure = async (name: string, stage: () => Promise<Measured>): Promise<void> => {
    options.say(`${entities} entities: ${name} …`);
    stages.push([name, await stage()]);
  };
  try {
    await writePages(folder, renderSyntheticSchema(entities));
    await measure('load', () => measureStage('load', schemaDir, outDir, 'stage alone'));
    await measure('catalog', () => measureStage('catalog', schemaDir, outDir, 'stage alone'));
    await measure('lint', () => measureStage('lint', schemaDir, outDir, 'stage alone'));
    await measure('generate, cold', () => measureStage('generate', schemaDir, outDir, 'whole process'));
    await measure('generate, warm', () => measureStage('generate', schemaDir, outDir, 'whole process'));
    await measure('check', () => measureStage('check', schemaDir, outDir, 'whole process'));
    await measure('diff', () => measureStage('diff', schemaDir, outDir, 'stage alone'));
    await measure('draw', () => measureStage('draw', schemaDir, outDir, 'stage alone'));
    if (!options.site) return { entities, stages };
    await measure('build', () => measureBuild(schemaDir, outDir, distDir));
    options.say(`${entities} entities: explore …`);
    const explore = await measureExplorePage(distDir);
    options.say(`${entities} entities: edits …`);
    const edits = await measureEdits({ schemaDir, file: 'postgresql/order_items_00000.ts', field: 'other_id', beside: "ref('postgresql.order_items_00000.ref_id')", entity: 'postgresql.order_items_00000' });
    return { entities, stages, site: await measureSite(distDir), explore, edits };
  } finally {
    options.say('');
  }
}

/** Measures edits of the system that this repository documents, in a copy of it. */
export async function runOwnEdits(say: (text: string) => void): Promise<MeasuredEdits> {
  return withScratchFolder(await realpath(tmpdir()), async (folder) => {
    const schemaDir = join(folder, 'schema');
    say('The system of this repository: edits …');
    try {
      await cp(join(packageRoot, 'schema'), schemaDir, { recursive: true });
      return await measureEdits({ schemaDir, file: 'mongodb/event-logs.ts', field: 'goalId', beside: "ref('postgresql.goals.ref_id')", entity: 'mongodb.event_logs' });
    } finally {
      say('');
    }
  });
}
