declare module 'virtual:polyref/content' {
  /** Absolute path of the folder of pages. */
  export const docs: string;
  export const hasOwnIndex: boolean;
  /** Absolute path of the published catalog; nothing is there as long as nothing has been generated. */
  export const catalogFile: string;
}

declare module 'virtual:polyref/tree' {
  export const tree: import('./site-tree.ts').SiteTree;
}

declare module 'virtual:polyref/draw-mermaid' {
  export function drawMermaid(): Promise<void> | void;
}

declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
