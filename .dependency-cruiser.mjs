/**
 * Which way imports go. Each border says why it is there: whoever meets it should know what to do instead.
 * Checked by `npm run borders`, which is part of `npm test`.
 */

const LIB = '^src/lib';

/** A room of the generator may import itself, the rooms and files named, and packages; nothing else of this repository. */
function room(name, { may, comment }) {
  const allowed = [name, ...may].map((other) => `${LIB}/${other.endsWith('.ts') ? `${other.replaceAll('.', '\\.')}$` : `${other}/`}`);
  return { name: `${name}-imports`, comment, severity: 'error', from: { path: `${LIB}/${name}/` }, to: { path: '^(src|scripts|schema|tests|bin)/', pathNot: allowed } };
}

/** Something that only some places may import. */
function only(name, { what, places, comment }) {
  return { name, comment, severity: 'error', from: { path: '^(src|scripts|schema|bin)/', pathNot: places }, to: what };
}

const npm = (...names) => ({ path: `node_modules/(${names.join('|')})(/|$)` });
const node = (...names) => ({ path: `^(node:)?(${names.join('|')})(/|$)`, dependencyTypes: ['core'] });

export default {
  forbidden: [
    {
      name: 'schema-imports', severity: 'error',
      comment: 'A definition must be readable alone: it imports the words it is written with (polyref) and Zod, and refers to other definitions by their address.',
      from: { path: '^schema/' }, to: { pathNot: [`${LIB}/dsl/index\\.ts$`, 'node_modules/zod(/|$)'] },
    },
    room('model', { may: [], comment: 'The model is what is true; it knows nobody who reads, shows or compares it, so that all of them can rely on it.' }),
    room('dsl', {
      may: ['model', 'rules/rule.ts', 'rules/define-rule.ts', 'analysis/analyses.ts'],
      comment: 'Definitions are inert: what they are written with pulls in no part of the machinery that reads them. A team writes its own rules and pages with the words of ours, which are types and one function.',
    }),
    room('read', { may: ['dsl', 'model', 'gate/components.ts'], comment: 'Reading ends with plain drafts; what follows from them is asked elsewhere, without a file in sight. Which components are ours, and so no names of a team’s, is said once.' }),
    room('analysis', { may: ['model'], comment: 'A question about a catalog is a function of the catalog and of nothing else.' }),
    room('emit', { may: ['analysis', 'model', 'gate/components.ts', 'gate/safe-link.ts', 'dsl/page-maker.ts'], comment: 'Pages are text made from a catalog; they can be made without a disk and without a finding. Which elements and links a page may hold is said once, where it is checked.' }),
    room('gate', { may: ['model'], comment: 'The gate judges the text of a page alone. It does not know how pages are made, so that no mistake of their making is a mistake of the gate too.' }),
    room('rules', { may: ['analysis', 'model'], comment: 'A rule sees a catalog and says what does not hold; what is done with that (severity, exceptions, text) is not its business.' }),
    room('lint', { may: ['dsl', 'rules', 'analysis', 'model'], comment: 'What becomes of what rules report (severity, exceptions, the baseline) follows from values alone; files are read and written elsewhere.' }),
    room('explain', { may: ['lint/settings.ts', 'rules/rule.ts', 'analysis', 'model'], comment: 'An explanation is text made from what is known; it asks no rule and reads no file.' }),
    room('drift', { may: ['analysis', 'model'], comment: 'A comparison has two values and gives findings; it neither makes the pages nor prints them.' }),
    room('init', { may: ['model'], comment: 'What a new project gets is planned from values: which files are there is looked up elsewhere, and so is the writing.' }),
    room('report', { may: ['model'], comment: 'A report format is written once for all findings, wherever they come from.' }),
    room('disk', { may: ['model'], comment: 'The only room that writes must be small enough to be trusted: it gets texts and paths, and knows nothing of what they mean.' }),
    room('diagram', { may: [], comment: 'Drawing runs in the browser too, and draws hand-written Mermaid as well: it knows Mermaid text and nothing of the generator.' }),
    {
      name: 'pipeline-is-the-top', severity: 'error',
      comment: 'The pipeline calls the rooms; a room that calls the pipeline would go round in a circle.',
      from: { path: `${LIB}/(?!pipeline/|index\\.ts)` }, to: { path: `${LIB}/(pipeline/|index\\.ts)` },
    },
    {
      name: 'site-imports', severity: 'error',
      comment: 'The site is built from files on disk: of the generator it needs the shape of the catalog, the drawing, the gate that its pages must pass and what tells a folder from the rest of the disk, never a definition or a page maker.',
      from: { path: '^src/(site|diagrams|components|content)', pathNot: '^src/diagrams/client/' }, to: { path: `${LIB}/`, pathNot: [`${LIB}/(model|diagram|gate)/`, `${LIB}/disk/is-within\\.ts$`] },
    },
    {
      name: 'diagram-client-imports', severity: 'error',
      comment: 'What runs in the reader’s browser makes the text of a deeper or richer diagram with the very code that made the page’s; it knows no page maker and no Node.',
      from: { path: '^src/diagrams/client/' }, to: { path: [`${LIB}/`, '^(node:)?(fs|path|url|worker_threads)'], pathNot: [`${LIB}/(model|diagram|analysis|emit/mermaid)/`] },
    },
    {
      name: 'explore-imports', severity: 'error',
      comment: 'The page of exploration asks a catalog in the browser what pages ask of it in Node: it takes the questions and the way of drawing, and no more of the generator or of the site.',
      from: { path: '^src/explore/' }, to: { path: '^src/', pathNot: ['^src/explore/', `${LIB}/(model|analysis|diagram)/`] },
    },
    {
      name: 'library-without-a-face', severity: 'error',
      comment: 'The library can be used by other programs: what asks for flags, prints or draws a site stands outside of it.',
      from: { path: `${LIB}/` }, to: { path: '^(src/(site|diagrams|explore|components|styles|content)|scripts|bin|tests)' },
    },
    { name: 'nothing-imports-tests', severity: 'error', comment: 'Tests are not shipped.', from: { path: '^(src|scripts|schema|bin)/' }, to: { path: '^tests/' } },
    only('files', {
      what: node('fs'), places: [`${LIB}/(read|disk)/`, '^src/(site|diagrams|explore)/', '^scripts/', '^bin/'],
      comment: 'Only read/ and disk/ touch files: everything between them is a function from values to values and needs no folder to be tested.',
    }),
    only('network', {
      what: { ...node('https?', 'net', 'tls', 'dgram', 'http2', 'dns'), dependencyTypesNot: ['type-only'] }, places: ['^scripts/'],
      comment: 'A documentation generator has no reason to call anybody; only the local server listens.',
    }),
    only('processes', {
      what: node('child_process', 'cluster'), places: [`${LIB}/read/sandbox/guard-process\\.ts$`, '^scripts/review/run-git\\.ts$', '^scripts/(bench|package)/', '^bin/'],
      comment: 'The library starts no programs. The commands start git, and only through run-git.ts, which switches off what settings could make it run or say.',
    }),
    only('zod', {
      what: npm('zod', 'zod-own', 'zod-to-json-schema'), places: ['^schema/', `${LIB}/(dsl|read)/`, '^scripts/fuzz/'],
      comment: 'Zod ends where reading ends: the catalog holds plain fields, so a new Zod is a change of one room. Whatever a team writes (definitions, the configuration, files beside them) is looked at there, once. The fuzzer writes schemas.',
    }),
    only('bundler', { what: npm('rolldown'), places: [`${LIB}/read/modules/`, '^scripts/package/'], comment: 'How imports of a team are resolved is the bundler’s business, and is reached in one place.' }),
    only('ts-morph', { what: npm('ts-morph'), places: [`${LIB}/read/`], comment: 'Only read/ looks at source text; the catalog carries the places.' }),
    only('astro', {
      what: npm('astro', '@astrojs'), places: ['^src/(site|diagrams|explore|components|content)', '^scripts/'],
      comment: 'The generator makes pages that any MDX site can show; Astro is the site’s.',
    }),
    only('markdown-parser', {
      what: npm('satteri'), places: [`${LIB}/(emit/mdx|gate)/`, '^src/(site|diagrams)/', '^scripts/fuzz/'],
      comment: 'Markdown of authors is read where pages are made, and pages are read by the gate and the site; whoever else wants to know what is on a page asks the catalog.',
    }),
    only('mermaid-and-elk', { what: npm('mermaid', 'elkjs'), places: [`${LIB}/diagram/`, '^src/diagrams/'], comment: 'Only the drawing needs a parser and a layout; the generator writes text.' }),
    only('morphing', { what: npm('idiomorph'), places: ['^src/site/client/'], comment: 'Only the dev server’s open page is changed in place; built pages carry nothing of it.' }),
    only('code-frames', { what: npm('@babel'), places: [`${LIB}/report/`], comment: 'Lines of the source are shown in reports alone; whoever wants them elsewhere asks a reporter.' }),
    only('json-editing', { what: npm('jsonc-parser'), places: [`${LIB}/init/`], comment: 'One file of the team’s is edited, its package.json; whatever else Polyref writes, it writes whole.' }),
    only('prompts', { what: npm('@clack'), places: ['^scripts/init/'], comment: 'Only `init` asks questions: every other command runs in CI as it does on a terminal.' }),
    only('command-line', { what: npm('commander'), places: ['^scripts/'], comment: 'Flags are read in scripts/ and nowhere else.' }),
    {
      name: 'no-cycles', severity: 'error',
      comment: 'Two files that need each other are one file, or need a third. Types may: they are gone when the code runs.',
      from: { path: '^(src|scripts)/' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable', severity: 'error',
      comment: 'An import that leads nowhere. Modules of Astro and of the site that only exist while it is built are none; the format SARIF has types alone.',
      from: { path: '^(src|scripts|schema)/' }, to: { couldNotResolve: true, pathNot: '^(astro:|virtual:|polyref:|sarif$)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['polyref-source', 'import', 'node', 'default', 'types'], extensions: ['.ts', '.js', '.mjs', '.json', '.astro', '.css'] },
  },
};
