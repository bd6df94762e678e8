/** What a new project gets: from what is in its folder to the files that `polyref init` writes. */
export { planInit, type FoundProject } from './plan-init.ts';
export { OTHER, type Decision, type LookAtPath } from './decision.ts';
export { choosePackageManager, LOCKFILES, type PackageManager } from './package-manager.ts';
export { STORE_CHOICES, type StoreChoice } from './store-choice.ts';
