import type { StoreFacts } from './store-kind.ts';

export const mongodb: StoreFacts = {
  id: 'mongodb',
  label: 'MongoDB',
  kind: 'document',
  entityKind: 'collection',
  entityWord: ['collection', 'collections'],
  fieldWord: ['field', 'fields'],
  enforcesReferences: false,
  enforcement: 'MongoDB enforces no references: each one that starts here is kept by application code.',
  typeOfPointer(targetType) {
    if (/^(var)?char\b|^text$|^citext$|^uuid$/.test(targetType)) return 'string';
    if (/^(small|big)?(int|integer|serial)\b/.test(targetType)) return targetType.startsWith('big') ? 'long' : 'int';
    return targetType;
  },
};
