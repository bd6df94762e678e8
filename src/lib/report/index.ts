import { githubReporter } from './github-reporter.ts';
import { jsonReporter } from './json-reporter.ts';
import { markdownReporter } from './markdown-reporter.ts';
import { sarifReporter } from './sarif-reporter.ts';
import { terminalReporter } from './terminal-reporter.ts';
import type { Reporter } from './report.ts';

/** Every report format, in the order of the help. */
export const reporters: readonly Reporter[] = [terminalReporter, githubReporter, jsonReporter, sarifReporter, markdownReporter];
