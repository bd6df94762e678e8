import path from 'node:path';
import type { Finding } from '../src/lib/index.ts';
import type { Project } from './project.ts';

/** Findings whose places are named from the current folder, so that a terminal opens them. @param root absolute path of the folder that they are named from now */
export function fromHere(findings: readonly Finding[], root: string, { cwd }: Pick<Project, 'cwd'>): readonly Finding[] {
  const way = wayTo(root, cwd);
  return way === '' ? findings : findings.map((finding) => moved(finding, way));
}

/** What stands before a path relative to a folder where it is named from another: `../shop/`, or nothing. Both are absolute. */
export function wayTo(folder: string, from: string, { relative, sep }: Pick<path.PlatformPath, 'relative' | 'sep'> = path): string {
  const way = relative(from, folder).split(sep).join('/');
  return way === '' ? '' : `${way}/`;
}

function moved({ location, instances, ...finding }: Finding, way: string): Finding {
  return {
    ...finding,
    ...(location === undefined ? {} : { location: { ...location, file: `${way}${location.file}` } }),
    ...(instances === undefined ? {} : { instances: instances.map((each) => moved(each, way)) }),
  };
}
