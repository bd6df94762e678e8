import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../scripts/project.ts';

/** The Zod of a team, and the package of this repository that holds it. */
export const ZODS = { '3.25': 'zod-3.25', '4.0': 'zod-4.0', newest: 'zod' } as const;
export type ZodName = keyof typeof ZODS;

/** A project that has the types of the package and one Zod among its packages. */
export async function projectWith(folder: string, types: string, zod: ZodName, files: Readonly<Record<string, string>>): Promise<void> {
  const home = join(folder, 'node_modules/polyref');
  await mkdir(home, { recursive: true });
  await cp(types, join(home, 'build/types'), { recursive: true });
  await cp(join(packageRoot, 'package.json'), join(home, 'package.json'));
  await symlink(join(packageRoot, 'node_modules', ZODS[zod]), join(folder, 'node_modules/zod'));
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
}
