// Written by scripts/make-light-palette.ts from src/styles/tokens.css; do not edit.
import type { Palette } from './drawing-style.ts';

/** Colours of a drawing on white. */
export const LIGHT_PALETTE: Palette = {
  bg: '#ffffff',
  box: '#ffffff',
  ink: '#14161a',
  muted: '#5b626e',
  rule: '#e4e5ea',
  line: '#6d7889',
  hover: '#eeedfb',
  lit: '#4a43b5',
  green: '#13744a',
  blue: '#205fae',
  amber: '#8f5600',
  violet: '#6a4bb0',
  teal: '#0f7078',
  rose: '#a83a5b',
  grey: '#565d69',
  tint: '0.09',
  added: '#1a7f37',
  removed: '#cf222e',
  changed: '#9a6700',
};
