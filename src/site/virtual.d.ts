declare module 'virtual:polyref/content' {
  /** Absolute path of the folder that generated pages are in. */
  export const docs: string;
  /** Absolute path of the folder of hand-written pages. */
  export const pages: string;
  export const hasOwnIndex: boolean;
  /** Absolute path of the published catalog; nothing is there as long as nothing has been generated. */
  export const catalogFile: string;
}

declare module 'virtual:polyref/tree' {
  export const tree: import('./site-tree.ts').SiteTree;
  /** Groups at the end of the sidebar. */
  export const sidebar: readonly import('../lib/model/docs-settings.ts').SidebarGroup[];
  export const edit: import('./edit-link.ts').EditLinks | undefined;
}

declare module 'virtual:polyref/draw-mermaid' {
  export function drawMermaid(): Promise<void> | void;
}

declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
