import type { CliCommand } from '../command.ts';
import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import { devCommand } from './dev.ts';
import { diffCommand } from './diff.ts';
import { explainCommand } from './explain.ts';
import { generateCommand } from './generate.ts';
import { initCommand } from './init.ts';
import { keyCommand } from './key.ts';
import { lintCommand } from './lint.ts';
import { startCommand } from './start.ts';

/** Every command, in the order of the help: as a day's work goes. */
export const commands: readonly CliCommand[] = [initCommand, generateCommand, checkCommand, lintCommand, diffCommand, explainCommand, keyCommand, devCommand, startCommand, buildCommand];
