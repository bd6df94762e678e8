export { polyrefDiagrams, type DiagramsOptions } from './polyref-diagrams.ts';
