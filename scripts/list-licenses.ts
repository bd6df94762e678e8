// `npm run licenses`: the licenses of everything that is installed with Polyref. Exit code 1 when one is not allowed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALLOWED, READ_BY_HAND } from './licenses/allowed.ts';
import { IN_SITE } from './licenses/in-site.ts';
import { renderLicenses } from './licenses/render-licenses.ts';
import { shippedPackages } from './licenses/shipped-packages.ts';
import { packageRoot } from './project.ts';

// Not clean until the end is reached.
process.exitCode = 2;
const packages = shippedPackages(readFileSync(join(packageRoot, 'package-lock.json'), 'utf8'));
const { out, err } = renderLicenses(packages, { allowed: ALLOWED, readByHand: READ_BY_HAND, inSite: IN_SITE });
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = err === '' ? 0 : 1;
