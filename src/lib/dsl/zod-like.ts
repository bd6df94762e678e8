import type * as z4 from 'zod/v4/core';
import type { ZodTypeAny } from 'zod/v3';

/** A schema of Zod 4 (`zod`, `zod/mini`) or Zod 3 (`zod/v3`): a shape that a team already has drops in unchanged. */
export type ZodLike = z4.$ZodType | ZodTypeAny;
