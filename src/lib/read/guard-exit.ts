import { syncBuiltinESMExports } from 'node:module';
import { STAMP } from './stamp-files.ts';

/**
 * Makes `process.exit()` in a schema file throw instead of ending the run; anybody else's still ends it.
 * @returns undoes it
 */
export function guardExit(): () => void {
  if (guards === 0) {
    exit = process.exit;
    process.exit = (code) => {
      const error = new Error(`process.exit(${code ?? ''}) was called`);
      if (error.stack?.includes(`?${STAMP}=`) === true) throw error;
      return exit(code);
    };
    // For those who write `import { exit } from 'node:process'`.
    syncBuiltinESMExports();
  }
  guards += 1;
  return () => {
    guards -= 1;
    if (guards > 0) return;
    process.exit = exit;
    syncBuiltinESMExports();
  };
}

let guards = 0;
let exit: typeof process.exit;
