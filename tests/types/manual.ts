import ts from 'typescript';

export interface Explained {
  readonly name: string;
  readonly documentation: string;
  /** The documentation with its examples. */
  readonly manual: string;
  /** Of a function: how many arguments it takes. */
  readonly takes: number;
}

/** What hovering shows of all that a file of types exports, and of the options that its functions take, however deep. */
export function readManual(path: string): { readonly exported: readonly Explained[]; readonly options: readonly Explained[] } {
  const program = ts.createProgram([path], { strict: true, target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts'], types: [] });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(path);
  const module = file && checker.getSymbolAtLocation(file);
  if (file === undefined || module === undefined) throw new Error(`${path} exports nothing.`);
  const options = new Map<ts.Symbol, Explained>();
  const seen = new Set<ts.Type>();

  const explain = (symbol: ts.Symbol, name: string, takes = 0): Explained => {
    const documentation = ts.displayPartsToString(symbol.getDocumentationComment(checker));
    return { name, documentation, manual: [documentation, ...symbol.getJsDocTags(checker).map(({ text }) => ts.displayPartsToString(text))].join('\n'), takes };
  };
  const callsOf = (type: ts.Type) => checker.getNonNullableType(type).getCallSignatures();
  const visit = (type: ts.Type): void => {
    if (seen.has(type)) return;
    seen.add(type);
    if (type.isUnionOrIntersection()) type.types.forEach(visit);
    else if (checker.isArrayType(type) || checker.isTupleType(type)) checker.getTypeArguments(type as ts.TypeReference).forEach(visit);
    // What a function is given is no option, and neither is what a word makes.
    else if (type.flags & ts.TypeFlags.Object && callsOf(type).length === 0) type.getProperties().forEach((property) => visitOption(property, type));
  };
  const visitOption = (property: ts.Symbol, holder: ts.Type): void => {
    const declaration = property.declarations?.find((each) => each.getSourceFile() === file && ts.isPropertySignature(each));
    if (declaration === undefined || options.has(property) || NOT_WRITTEN.has(property.name) || property.name.startsWith('_')) return;
    const { name } = (declaration.parent as ts.Node & { readonly name?: ts.Identifier });
    options.set(property, explain(property, `${name?.text ?? checker.typeToString(holder)}.${property.name}`));
    visit(checker.getTypeOfSymbolAtLocation(property, declaration));
  };

  const exported = checker.getExportsOfModule(module).map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol)).map((symbol) => {
    const calls = symbol.flags & ts.SymbolFlags.Function ? callsOf(checker.getTypeOfSymbolAtLocation(symbol, file)) : [];
    for (const { parameters } of calls) for (const parameter of parameters) visit(checker.getTypeOfSymbolAtLocation(parameter, file));
    return explain(symbol, symbol.name, Math.max(0, ...calls.map(({ parameters }) => parameters.length)));
  });
  return { exported, options: [...options.values()] };
}

/** How a word is told apart from others; its function writes it. */
const NOT_WRITTEN = new Set(['kind', 'args']);
