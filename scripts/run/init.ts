import { relative, resolve } from 'node:path';
import { joinLines } from '../../src/lib/index.ts';
import { planInit } from '../../src/lib/init/index.ts';
import { UsageError, type CommandContext, type ExitCode } from '../command.ts';
import { chooseStores } from '../init/choose-stores.ts';
import { describeInit } from '../init/describe-init.ts';
import { lookAtProject } from '../init/look-at-project.ts';
import { writeDecisions } from '../init/write-decisions.ts';

/** Looks, asks, plans, writes, and says what became of each file. */
export async function runInit({ project, options, terminal }: CommandContext): Promise<ExitCode> {
  const { root, found, missingPackages } = await lookAtProject(project);
  const plan = planInit(found, await chooseStores(options['stores']));
  if ('kind' in plan) throw new UsageError(`${plan.message} ${plan.hint}`);
  await writeDecisions(root, plan);
  const shown = (path: string) => relative(project.cwd, resolve(root, path)) || '.';
  terminal.outText(joinLines(describeInit(plan, { shown, manager: found.manager, missingPackages, flags: project.flags })));
  return 0;
}
