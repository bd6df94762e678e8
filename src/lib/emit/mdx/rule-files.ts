/** The page of each rule below the folder of generated pages, by the rule's id; ids are plain words, and those that are not get no page. */
export function ruleFiles(rules: readonly { readonly id: string }[]): ReadonlyMap<string, string> {
  return new Map(rules.flatMap(({ id }) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id !== 'index' ? [[id, `rules/${id}.mdx`] as const] : [])));
}
