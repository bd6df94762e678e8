import type { FuzzTarget } from './target.ts';
export const bytes: FuzzTarget = { name: 'bytes', summary: '', run: async () => [] };
