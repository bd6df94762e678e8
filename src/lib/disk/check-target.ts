import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { describeRefusal } from './describe-refusal.ts';
import { DiskError } from './disk-error.ts';
import { contentsOf, type FolderMark } from './folder-mark.ts';
import { isWithin } from './is-within.ts';
import { lookAt } from './look-at.ts';
import { realPathOf } from './real-path.ts';

/** What a folder that is replaced as a whole must not touch. All paths are absolute. */
export interface TargetRules {
  /** The target as the reader knows it. */
  readonly shown: string;
  readonly mark: FolderMark;
  /** Folders that the target may neither be nor contain. */
  readonly precious: readonly KnownFolder[];
  /** Folders that it may not be inside of. */
  readonly closed: readonly KnownFolder[];
  /** Folders of the project: a link below one of them may not lead the target out of it. */
  readonly projects: readonly string[];
}

export interface KnownFolder {
  readonly path: string;
  /** In a sentence: `the schema folder`. It need not be there. */
  readonly name: string;
}

/**
 * Throws `DiskError` unless a folder may be replaced by `replaceFolder`: nothing but its own earlier result can be lost then.
 * Changes nothing. Folders are the same when the disk says so, whatever the way to them; names that differ only in case count as
 * the same.
 * @returns the path of the target without links
 */
export function checkTarget(path: string, rules: TargetRules): string {
  // Without a slash at its end, through which a link would count as the folder that it leads to.
  const target = resolve(path);
  if (reached(() => isLink(target), rules)) throw refusal(rules, 'is a symbolic link, and a site is not built through a link', 'Remove the link, or name another folder with --dist.');
  const real = realTarget(target, rules);
  refuseLeadingOut(target, real, rules);
  for (const folder of rules.precious) refuseNear('contains', real, realOr(folder.path), folder.name, rules);
  for (const folder of rules.closed) refuseNear('is inside', realOr(folder.path), real, folder.name, rules);
  refuseGitFolder(real, rules);
  refuseContents(real, rules);
  refuseUnwritable(real, rules);
  return real;
}

function refusal({ shown }: TargetRules, what: string, hint: string): DiskError {
  return new DiskError({ path: shown, message: `\`${shown}\` ${what}. Nothing was changed.`, hint });
}

const NAME_ANOTHER = 'Name a folder for the site alone with --dist, such as --dist polyref-site.';
const WHY = 'building a site replaces the whole folder';

function realTarget(target: string, rules: TargetRules): string {
  return reached(() => join(realPathOf(dirname(target)), basename(target)), rules);
}

function reached<Value>(look: () => Value, rules: TargetRules): Value {
  try {
    return look();
  } catch (error) {
    throw refusal(rules, `cannot be reached: ${describeRefusal(error)}`, 'Name another folder with --dist.');
  }
}

function realOr(path: string): string {
  try {
    return realPathOf(path);
  } catch {
    return path;
  }
}

/** A link that a project brings must not choose which folder of the machine is replaced. */
function refuseLeadingOut(target: string, real: string, rules: TargetRules): void {
  for (const project of rules.projects) {
    if (!isWithin(target, project) || isWithin(real, realOr(project))) continue;
    const steps = relative(project, target).split(sep);
    const link = steps.map((_, at) => steps.slice(0, at + 1).join('/')).find((way) => isLink(join(project, way)));
    throw refusal(rules, `leads out of the project: \`${link ?? basename(project)}\` is a symbolic link`, 'Name the folder that is meant with --dist, without a link on the way.');
  }
}

/** Refuses an outer folder that is an inner one or contains it. `how` is said of the target, whichever of them it is. */
function refuseNear(how: 'contains' | 'is inside', outer: string, inner: string, name: string, rules: TargetRules): void {
  const isSame = isWithin(inner, outer) || sameOnDisk(outer, inner);
  if (!isSame && !isWithin(fold(inner), fold(outer))) return;
  const are = fold(outer) === fold(inner) || identityOf(outer) === (identityOf(inner) ?? '') ? 'is' : how;
  const why = how === 'contains' ? WHY : 'a site does not belong among the files that it is made of';
  const caution = isSame ? '' : ' where names are the same in upper and in lower case';
  throw refusal(rules, `${are} ${name}${caution}, and ${why}`, NAME_ANOTHER);
}

/** Whether a folder, or one that it is in, is another one, whatever their paths. */
function sameOnDisk(outer: string, inner: string): boolean {
  const wanted = identityOf(outer);
  for (let at = inner; wanted !== undefined; at = dirname(at)) {
    if (identityOf(at) === wanted) return true;
    if (dirname(at) === at) return false;
  }
  return false;
}

function identityOf(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return undefined;
  }
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** Of any repository: whatever is added among its references, hooks and objects, Git takes for its own. */
function refuseGitFolder(target: string, rules: TargetRules): void {
  for (let at = target; ; at = dirname(at)) {
    if (isGitFolder(at)) throw refusal(rules, `is ${at === target ? '' : `inside \`${basename(at)}\`, `}where Git keeps its own files`, NAME_ANOTHER);
    if (dirname(at) === at) return;
  }
}

/** By its name, or, for one without a working tree, by what is in it. */
function isGitFolder(path: string): boolean {
  return fold(basename(path)) === '.git' || ['HEAD', 'objects', 'refs'].every((name) => existsSync(join(path, name)));
}

function refuseContents(target: string, rules: TargetRules): void {
  const about = lookAt(target);
  if (about === undefined) return;
  if (!about.isDirectory()) throw refusal(rules, 'is a file, and a site is a folder', 'Move the file away, or name another folder with --dist.');
  if (about.dev !== statSync(dirname(target)).dev) {
    const inside = `${rules.shown.replace(/[/\\]+$/, '')}/site`;
    throw refusal(rules, `is the root of a file system, which cannot be replaced, and ${WHY}`, `Name a folder inside of it: --dist ${inside}.`);
  }
  switch (read(target, rules)) {
    case 'nothing':
    case 'ours':
      return;
    case 'a repository':
      throw refusal(rules, `holds a Git repository, and ${WHY}`, 'Build into another folder, named with --dist, and copy the files from there.');
    case 'something else':
      throw refusal(
        rules,
        `is not empty, and nothing in it says that Polyref built it (there is no \`${rules.mark.name}\`). ` +
          `Polyref does not replace it, because ${WHY}`,
        'Name another folder with --dist. If it is a site that an older Polyref built, delete it first.',
      );
  }
}

function read(target: string, rules: TargetRules): ReturnType<typeof contentsOf> {
  try {
    return contentsOf(target, rules.mark);
  } catch (error) {
    throw refusal(rules, `cannot be read: ${describeRefusal(error)}`, 'Name another folder with --dist.');
  }
}

/** The site is made beside its place. */
function refuseUnwritable(target: string, rules: TargetRules): void {
  let folder = dirname(target);
  while (lookAt(folder) === undefined) folder = dirname(folder);
  if (!statSync(folder).isDirectory()) throw refusal(rules, `cannot be made: \`${folder}\` is a file`, 'Name another folder with --dist.');
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw refusal(rules, `cannot be made in \`${folder}\`: ${describeRefusal(error)}`, 'Make that folder writable, or name another folder with --dist.');
  }
}

function isLink(path: string): boolean {
  return lookAt(path)?.isSymbolicLink() === true;
}
