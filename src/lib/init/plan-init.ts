import { decide, isSameText, type Decision, type LookAtPath } from './decision.ts';
import { GIT_ATTRIBUTES, planLines } from './git-files.ts';
import { planPackageJson } from './plan-package-json.ts';
import type { InitRefusal } from './refusal.ts';
import { renderConfig } from './render-config.ts';
import { missingStep, renderWorkflow, type WorkflowInputs } from './render-workflow.ts';
import { renderSchema } from './schema/render-schema.ts';
import type { StoreChoice } from './store-choice.ts';

/** What is in a repository, as values. Paths are relative to its root, with forward slashes; `.` is the root. */
export interface FoundProject extends WorkflowInputs {
  readonly schemaFolder: string;
  /** Folder that the pages are written to. */
  readonly outFolder: string;
  /** Flags that the package's scripts need, quoted for a shell; empty where schema and pages are in their default places. */
  readonly flags: string;
  /** Every file below the schema folder, relative to it. */
  readonly schemaFiles: readonly string[];
  readonly at: LookAtPath;
}

/** Everything that `polyref init` would do, before it does anything. Only a package.json is ever changed: it gets the scripts that it lacks. */
export function planInit(found: FoundProject, stores: readonly StoreChoice[]): readonly Decision[] | InitRefusal {
  const { packageFolder, schemaFolder, outFolder, at, flags } = found;
  const unsafe = [packageFolder, found.lockFolder, found.action, schemaFolder, outFolder].find((path) => path.includes('${{'));
  if (unsafe !== undefined) return { kind: 'refused', message: `A workflow cannot name the folder \`${unsafe}\`: GitHub evaluates \`\${{\`. Nothing was written.`, hint: 'Rename the folder.' };
  const packageJson = planPackageJson(within(packageFolder, 'package.json'), flags, at);
  if (packageJson.kind === 'refused') return packageJson;
  return [
    ...planSchema(found, stores),
    decide(within(folderOf(schemaFolder), 'polyref.config.ts'), renderConfig(), at),
    packageJson,
    planWorkflow(found),
    planLines(within(outFolder, '.gitattributes'), GIT_ATTRIBUTES, at),
    planLines(within(packageFolder, '.gitignore'), [...(at('.gitignore') === undefined ? ['node_modules/'] : []), 'polyref-site/'], at),
  ];
}

/** A schema of the team's own stays as it is: a sample in its midst would be documented with it. One that an earlier run began is completed. */
function planSchema({ schemaFolder, schemaFiles, at }: FoundProject, stores: readonly StoreChoice[]): readonly Decision[] {
  const texts = renderSchema(stores);
  const isOurs = at(schemaFolder) === undefined || schemaFiles.every((path) => isSameText(at(within(schemaFolder, path)), texts.get(path) ?? ''));
  if (!isOurs) return [{ kind: 'leave', path: schemaFolder, lacks: [], scripts: [] }];
  return [...texts].map(([path, text]) => decide(within(schemaFolder, path), text, at));
}

/** In a workspace, the workflow of one package stays as it is when another begins a schema: the step that it then lacks is named. */
function planWorkflow(found: FoundProject): Decision {
  const path = '.github/workflows/polyref.yml';
  const decision = decide(path, renderWorkflow(found), found.at);
  const text = found.at(path);
  return decision.kind === 'leave' && typeof text === 'string' ? { ...decision, lacks: missingStep(found, text) } : decision;
}

function within(folder: string, path: string): string {
  return folder === '.' ? path : `${folder}/${path}`;
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
}
