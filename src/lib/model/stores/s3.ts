import type { StoreFacts } from './store-kind.ts';

export const s3: StoreFacts = {
  id: 's3',
  label: 'S3',
  kind: 'object',
  entityKind: 'objects',
  entityWord: ['object family', 'object families'],
  fieldWord: ['key parameter', 'key parameters'],
  enforcesReferences: false,
  enforcement: 'S3 knows nothing of references: an object is found only by whoever can build or has stored its key.',
  typeOfPointer: (targetType) => targetType,
};
