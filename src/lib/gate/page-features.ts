/** What the parser of pages reads beside plain Markdown: the same where the site compiles them and where the gate reads them. Directives are Starlight's. */
export const PAGE_FEATURES = { gfm: true, directive: true, smartPunctuation: false } as const;
