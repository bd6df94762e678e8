import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { isWithin } from '../../src/lib/disk/is-within.ts';
import { listFiles } from '../../src/lib/disk/list-files.ts';
import { lookAt } from '../../src/lib/disk/look-at.ts';
import { choosePackageManager, LOCKFILES, OTHER, type FoundProject, type LookAtPath } from '../../src/lib/init/index.ts';
import { UsageError } from '../command.ts';
import type { Project } from '../project.ts';
import { quoteWord } from '../quote-word.ts';
import { readManifest } from './read-manifest.ts';

export interface LookedAt {
  /** Absolute path of the repository. */
  readonly root: string;
  readonly found: FoundProject;
  /** Packages that the schema and CI need and no package.json of the repository names. */
  readonly missingPackages: readonly string[];
}

/** What `init` has to know of the repository around the current folder; changes nothing. */
export async function lookAtProject({ cwd, schemaDir, outDir }: Project): Promise<LookedAt> {
  const root = folderWith(cwd, undefined, ['.git']) ?? cwd;
  for (const folder of [schemaDir, outDir]) {
    if (!isWithin(folder, root)) throw new UsageError(`\`${folder}\` is outside of the repository \`${root}\`: run \`polyref init\` in the repository that holds it.`);
  }
  const fromRoot = (path: string) => slashed(relative(root, path)) || '.';
  const packageDir = folderWith(cwd, root, ['package.json']) ?? cwd;
  const at = lookBelow(root);
  const lockDir = folderWith(packageDir, root, LOCKFILES);
  const lockfile = LOCKFILES.find((name) => lockDir !== undefined && lookAt(join(lockDir, name)) !== undefined);
  const manifests = ancestors(packageDir, root).map((folder) => readManifest(at(fromRoot(join(folder, 'package.json')))));
  const lockText = lockfile === 'yarn.lock' ? at(fromRoot(join(lockDir ?? root, lockfile))) : undefined;
  const manager = choosePackageManager({ declared: manifests.find(({ manager: named }) => named !== undefined)?.manager, lockfile, lockText: typeof lockText === 'string' ? lockText : undefined });
  const lockFolder = fromRoot(lockDir ?? packageDir);
  const schemaFolder = fromRoot(schemaDir);
  const schemaFlag = schemaDir === join(packageDir, 'schema') ? undefined : fromPackage(packageDir, schemaDir);
  const outFlag = outDir === dirname(schemaDir) ? undefined : fromPackage(packageDir, outDir);
  const listing = await listFiles(root, schemaFolder);
  return {
    root,
    missingPackages: (manager.name === 'npm' ? ['polyref'] : ['polyref', 'zod']).filter((name) => !manifests.some(({ dependencies }) => dependencies.has(name))),
    found: {
      manager, lockFolder, lockfile, schemaFolder, at,
      packageFolder: fromRoot(packageDir),
      outFolder: fromRoot(outDir),
      action: `${fromRoot(folderWith(packageDir, root, [join('node_modules', 'polyref')]) ?? (manager.name === 'pnpm' ? packageDir : (lockDir ?? packageDir)))}/node_modules/polyref`.replace(/^\.\//, ''),
      flags: [...(schemaFlag === undefined ? [] : ['--schema', schemaFlag]), ...(outFlag === undefined ? [] : ['--out', outFlag])].map(quoteWord).join(' '),
      ...(schemaFlag === undefined ? {} : { schema: schemaFlag }),
      ...(outFlag === undefined ? {} : { out: outFlag }),
      schemaFiles: [...listing.files, ...listing.links].map((path) => path.slice(schemaFolder.length + 1)),
    },
  };
}

/** The nearest of a folder and those around it that has one of these entries. */
function folderWith(from: string, root: string | undefined, names: readonly string[]): string | undefined {
  return ancestors(from, root).find((folder) => names.some((name) => lookAt(join(folder, name)) !== undefined));
}

/** A folder and those around it, up to `root`. */
function ancestors(from: string, root: string | undefined): readonly string[] {
  return from === root || dirname(from) === from ? [from] : [from, ...ancestors(dirname(from), root)];
}

function lookBelow(root: string): LookAtPath {
  return (path) => {
    const about = lookAt(join(root, path));
    if (about === undefined) return undefined;
    return about.isFile() ? readFileSync(join(root, path), 'utf8') : OTHER;
  };
}

function fromPackage(packageDir: string, folder: string): string {
  return slashed(relative(packageDir, folder)) || '.';
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}
