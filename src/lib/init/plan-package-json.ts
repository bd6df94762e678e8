import { OTHER, type Decision, type LookAtPath } from './decision.ts';
import { editPackageJson } from './edit-package-json.ts';
import type { InitRefusal } from './refusal.ts';

/** @param flags what each script says about the schema's place, quoted for a shell; empty for none */
export function planPackageJson(path: string, flags: string, at: LookAtPath): Decision | InitRefusal {
  const scripts = scriptsWith(flags);
  const before = at(path);
  if (before === undefined) return { kind: 'create', path, text: `${JSON.stringify({ private: true, type: 'module', scripts: Object.fromEntries(scripts) }, undefined, 2)}\n` };
  // A link may lead to a file of another project.
  if (before === OTHER) return { kind: 'leave', path, lacks: [], scripts: [] };
  const edited = editPackageJson(before, scripts);
  if (edited.kind === 'unreadable') {
    const { place, message } = edited.problem;
    return { kind: 'refused', message: `\`${path}${place}\` ${message}, so no scripts can be added to it. Nothing was written.`, hint: 'Fix the file, and run `polyref init` again.' };
  }
  const { text, added, left } = edited;
  if (added.length > 0) return { kind: 'add-scripts', path, before, text, added, scripts: left };
  return left.length > 0 ? { kind: 'leave', path, lacks: [], scripts: left } : { kind: 'complete', path };
}

const COMMANDS = ['generate', 'check', 'lint', 'diff', 'dev', 'build'] as const;

/** With a prefix: `lint` and `build` are names that most packages use already. */
function scriptsWith(flags: string): ReadonlyMap<string, string> {
  return new Map(COMMANDS.map((command) => [`schema:${command}`, `polyref ${command}${flags === '' ? '' : ` ${flags}`}`]));
}
