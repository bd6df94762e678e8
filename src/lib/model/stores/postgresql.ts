import type { StoreFacts } from './store-kind.ts';

const COLUMN_TYPES: Readonly<Record<string, string>> = { ObjectId: 'varchar(24)', string: 'text', int: 'integer', long: 'bigint', bool: 'boolean' };

export const postgresql: StoreFacts = {
  id: 'postgresql',
  label: 'PostgreSQL',
  kind: 'relational',
  entityKind: 'table',
  entityWord: ['table', 'tables'],
  fieldWord: ['column', 'columns'],
  enforcesReferences: true,
  enforcement: 'PostgreSQL enforces foreign keys between its own tables; pointers into other stores are kept by application code.',
  typeOfPointer: (targetType) => COLUMN_TYPES[targetType] ?? targetType,
};
