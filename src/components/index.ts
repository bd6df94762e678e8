/** What generated and hand-written pages may use beside Markdown. */
export { default as Explore } from './explore.astro';
export { default as Facts } from './facts.astro';
export { default as Findings } from './findings.astro';
export { default as KeyFinder } from './key-finder.astro';
export { default as Store } from './store.astro';
export { default as Timeline } from './timeline.astro';
export { default as Verdict } from './verdict.astro';
