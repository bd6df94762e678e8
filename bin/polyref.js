#!/usr/bin/env node
// Plain JavaScript that an old Node can read: it finds a Node that runs the rest, which is TypeScript, and hands over to it where it is another.
// Below a `node_modules` Node takes no types off by itself and has to be told to: a new process has that in all of its threads.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chooseNode } from './choose-node.js';

const main = new URL('../scripts/polyref.ts', import.meta.url);

const isInstalled = /[/\\]node_modules[/\\]/.test(fileURLToPath(main));
const stripTypes = isInstalled ? ['--import', new URL('../src/lib/read/strip-package-types.js', import.meta.url).href] : [];

const chosen = chooseNode({
  version: process.versions.node,
  needed: JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).engines.node,
  stripsTypes: Boolean(process.features.typescript),
  platform: process.platform,
  arch: process.arch,
  folderOf,
  isRepository: !isInstalled && existsSync(new URL('../tools/node/package.json', import.meta.url)),
});

// A process that this file handed over to has them: it never hands over again.
const missing = chosen.kind === 'this' ? [...chosen.flags, ...stripTypes].filter((flag) => !process.execArgv.includes(flag)) : [];

if (chosen.kind === 'none') {
  process.stderr.write(`${chosen.message}\n`);
  process.exitCode = 2;
} else if (chosen.kind === 'other') {
  handOver(chosen.path, stripTypes);
} else if (missing.length > 0) {
  handOver(process.execPath, [...process.execArgv, ...missing]);
} else {
  try {
    await import(main.href);
  } catch (error) {
    process.stderr.write(`Polyref could not start: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}

function folderOf(name) {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}

function handOver(node, flags) {
  const child = spawn(node, [...flags, fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const forward = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  child.on('error', (error) => {
    process.stderr.write(`Polyref could not start ${node}: ${error.message}\n`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    for (const each of signals) process.off(each, forward);
    // Ended by a signal: end in the same way, so that the shell sees what happened.
    if (signal !== null) process.kill(process.pid, signal);
    else process.exitCode = code;
  });
}
