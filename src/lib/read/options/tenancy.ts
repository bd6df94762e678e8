import * as z from 'zod-own';
import type { Tenancy, TenancyException } from '../../model/tenancy.ts';
import { keysOf, listOf, name, oneOfWords, optionsOf, saying, text, wordOf } from './expect.ts';

const NOUN = 'a tenancy';
const note = text.exactOptional();

const exception = keysOf(
  { value: z.union([name, z.number(), z.boolean(), z.null()], saying({ expected: 'text, a number, true, false or null', hint: "Write value: 'global'.", example: "'global'" })), reason: text.exactOptional() },
  { expected: 'a value that is not a tenant, with its reason', hint: "Write { value: 'global', reason: '…' }." },
  'an exception',
  // A rule asks for the reason, which its severity may switch off.
) as unknown as z.ZodType<TenancyException>;
const exceptions = listOf(exception, { expected: 'a list of exceptions', hint: "Write [{ value: 'global', reason: '…' }]." });

export const tenancy = oneOfWords<Tenancy>(
  [
    wordOf('perTenant', [name, optionsOf(NOUN, { except: exceptions.exactOptional(), note })], ([field, { except = [], ...rest }]) => ({ kind: 'perTenant', field, exceptions: except, ...rest })),
    wordOf('tenantItself', [name, optionsOf(NOUN, { note })], ([field, options]) => ({ kind: 'tenant', field, ...options })),
    wordOf('viaParent', [name, optionsOf(NOUN, { note })], ([field, options]) => ({ kind: 'viaParent', field, ...options })),
    wordOf('shared', [text, optionsOf(NOUN, { note })], ([reason, options]) => ({ kind: 'shared', reason, ...options })),
  ],
  { expected: 'a tenancy', hint: "Write perTenant('tenantId'), tenantItself('…'), viaParent('…') or shared('why')." },
);
