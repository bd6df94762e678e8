import { measureExplore } from './measure-explore.ts';

/** `node run-explore.ts <folder of a built site>`: prints a `MeasuredExplore` as JSON. */
process.stdout.write(JSON.stringify(await measureExplore(process.argv[2] ?? '')));
