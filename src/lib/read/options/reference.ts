import * as z from 'zod-own';
import type { Cardinality, OnDelete, WhenTargetGoes } from '../../model/reference.ts';
import type { Bind, ReferenceSpec } from '../../model/reference-spec.ts';
import { choice, either, keysOf, name, names, namesByName, oneOfWords, optionsOf, recordOf, shape, text, wordOf, type Expectation } from './expect.ts';
import { isPlainObject } from './plain-data.ts';

const NOUN = 'a reference';

export const onDelete: z.ZodType<OnDelete> = choice(['no action', 'restrict', 'cascade', 'set null', 'set default']);

const delay = { within: name.exactOptional(), reason: text.exactOptional() };
const whenTargetGoes = oneOfWords<WhenTargetGoes>(
  [
    wordOf('nothing', [text], ([reason]) => ({ action: 'nothing', reason })),
    wordOf('never', [text], ([reason]) => ({ action: 'never', reason })),
    wordOf('nullifies', [optionsOf('this', delay)], ([options]) => ({ action: 'nullify', ...options })),
    wordOf('deletes', [optionsOf('this', delay)], ([options]) => ({ action: 'delete', ...options })),
  ],
  { expected: 'what happens when the target goes', hint: "Write nothing('why'), nullifies(), deletes() or never('why')." },
);

const cardinality: z.ZodType<Cardinality> = keysOf(
  { from: choice(['one', 'many']), to: choice(['exactly one', 'at most one', 'many']) },
  { expected: 'a cardinality', hint: "Write { from: 'many', to: 'exactly one' }." },
  'a cardinality',
);

const common = {
  enforcedBy: choice(['database', 'application']).exactOptional(),
  onDelete: onDelete.exactOptional(),
  keptBy: name.exactOptional(),
  whenTargetGoes: whenTargetGoes.exactOptional(),
  cardinality: cardinality.exactOptional(),
  mirrorOf: name.exactOptional(),
  note: text.exactOptional(),
};
const undiscriminated = text.exactOptional();
const anyTarget = { field: name, discriminator: name.exactOptional(), undiscriminated };

const constant = keysOf({ constant: name }, { expected: 'a field or a fixed value', hint: "Write a field of this entity, or constant('…').", example: "constant('…')" }, 'a fixed value');
const bind: z.ZodType<Bind> = recordOf(either((value) => isPlainObject(value), constant, name), {
  expected: 'an object of placeholders', hint: "Write { version: 'revision', ext: constant('md') }.",
});

const targetsByType = namesByName({ expected: 'an object of addresses', hint: "Write { activity: 'postgresql.activities.ref_id' }." });
const targets = names({ expected: 'a list of addresses', hint: "Write ['postgresql.goals.ref_id', '…']." });

const EXPECTED: Expectation = {
  expected: 'a reference',
  hint: "Write to('postgresql.users.ref_id'), toByType(…), toOneOf(…), toAny(…) or toObjects(…).",
};

/** A reference laid over a shape that stands elsewhere. */
export const reference = oneOfWords<ReferenceSpec>(wordsFor({ field: 'to', byType: 'toByType', oneOf: 'toOneOf', any: 'toAny', objects: 'toObjects' }, {}), EXPECTED);

/** A reference in the place of its field, which may have a type of its own. */
export const fieldReference = oneOfWords<ReferenceSpec>(
  wordsFor({ field: 'ref', byType: 'refByType', oneOf: 'refToOneOf', any: 'refToAny', objects: 'objectKey' }, { as: shape.optional() }),
  { ...EXPECTED, hint: "Write ref('postgresql.users.ref_id'), refByType(…), refToOneOf(…), refToAny(…) or objectKey(…)." },
);

function wordsFor(words: Readonly<Record<ReferenceSpec['kind'], string>>, own: { readonly as?: z.ZodType }) {
  return [
    wordOf(words.field, [name, optionsOf(NOUN, { ...common, ...own })], ([target, options]): ReferenceSpec => ({ kind: 'field', to: target, ...withoutType(options) })),
    wordOf(words.byType, [name, targetsByType, optionsOf(NOUN, { ...common, ...own })], ([discriminator, each, options]): ReferenceSpec => ({ kind: 'byType', discriminator, targets: each, ...withoutType(options) })),
    wordOf(words.oneOf, [targets, optionsOf(NOUN, { undiscriminated, ...common, ...own })], ([each, options]): ReferenceSpec => ({ kind: 'oneOf', targets: each, ...withoutType(options) })),
    wordOf(words.any, [name, optionsOf(NOUN, { ...anyTarget, ...common, ...own })], ([store, options]): ReferenceSpec => ({ kind: 'any', store, ...withoutType(options) })),
    wordOf(words.objects, [name, optionsOf(NOUN, { bind: bind.exactOptional(), ...common, ...own })], ([family, { bind: bound = {}, ...options }]): ReferenceSpec => ({ kind: 'objects', to: family, bind: bound, ...withoutType(options) })),
  ];
}

/** The field's own type is in its schema already. */
function withoutType<Options extends { readonly as?: unknown }>({ as: _as, ...options }: Options): Omit<Options, 'as'> {
  return options;
}
