import type { Finding } from '../src/lib/index.ts';
import { withCommands } from '../src/lib/model/runner.ts';
import type { Project } from './project.ts';

/** Findings whose hints name the commands that work in a project. */
export function withRunner<Each extends Finding>(findings: readonly Each[], { runner }: Pick<Project, 'runner'>): readonly Each[] {
  return findings.map((finding) => (finding.hint === undefined ? finding : { ...finding, hint: withCommands(finding.hint, runner) }));
}
