import { buildProgram, runProgram } from '../program.ts';
import { takeTerminal } from '../terminal.ts';

/** `polyref build` in a process of its own, with its peak memory as the last thing it prints: `node run-build.ts <schema> <out> <dist>`. */
const [schemaDir = '', outDir = '', distDir = ''] = process.argv.slice(2);
const terminal = takeTerminal();
const code = await runProgram(buildProgram(terminal, process.cwd()), ['build', '--schema', schemaDir, '--out', outDir, '--dist', distDir], terminal);
const cpu = process.cpuUsage();
process.stdout.write(JSON.stringify({ seconds: 0, cpuSeconds: (cpu.user + cpu.system) / 1e6, peakMb: process.resourceUsage().maxRSS / 1024 }), () => process.exit(code));
