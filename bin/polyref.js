#!/usr/bin/env node
// Plain JavaScript that an old Node can read: it finds a Node that runs the rest. Polyref's own code is TypeScript, which Node runs from 22.18 on;
// an older one hands over to the Node that came with `npm ci`. Below a `node_modules` Node has to be told to: a new process has that in all of its threads.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = new URL('../scripts/polyref.ts', import.meta.url);

const stripTypes = /[/\\]node_modules[/\\]/.test(fileURLToPath(main)) ? ['--import', new URL('../src/lib/read/strip-package-types.js', import.meta.url).href] : [];

if (!process.features.typescript) {
  handOver(findOwnNode(), stripTypes);
} else if (stripTypes.length > 0) {
  handOver(process.execPath, [...process.execArgv, ...stripTypes]);
} else {
  await import(main.href);
}

function findOwnNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    return ['bin/node', 'bin/node.exe'].map((name) => join(folder, name)).find(existsSync);
  } catch {
    return undefined;
  }
}

function handOver(node, flags) {
  if (node === undefined) {
    process.stderr.write(`polyref needs Node 22.18 or newer. This is ${process.versions.node}, and the one that comes with the dependencies is not there: run \`npm ci\`.\n`);
    process.exitCode = 2;
    return;
  }
  const child = spawn(node, [...flags, fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const forward = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  child.on('error', (error) => {
    process.stderr.write(`polyref could not start ${node}: ${error.message}\n`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    for (const each of signals) process.off(each, forward);
    // Ended by a signal: end in the same way, so that the shell sees what happened.
    if (signal !== null) process.kill(process.pid, signal);
    else process.exitCode = code;
  });
}
