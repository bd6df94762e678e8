/** One way of throwing random input at the library. */
export interface FuzzTarget {
  readonly name: string;
  /** One sentence: what goes in, and what must hold of what comes out. */
  readonly summary: string;
  /** Runs until the count or the time is reached. The same seed gives the same inputs. */
  readonly run: (options: FuzzOptions) => Promise<readonly FuzzFailure[]>;
}

export interface FuzzOptions {
  /** The nth input has the seed `seed + n`, so that each can be run alone. */
  readonly seed: number;
  readonly count: number;
  /** Stops after this time, whatever the count. */
  readonly seconds?: number | undefined;
  /** Called now and then, and at the end. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

export interface FuzzFailure {
  /** Gives this very input when it is run alone. */
  readonly seed: number;
  /** What was thrown in, as far as it can be shown. */
  readonly input: string;
  /** What went wrong. */
  readonly message: string;
}

/** Tries one input after the other. Between two of them whoever else has work gets a turn. */
export async function runCases({ seed, count, seconds = Infinity, onProgress }: FuzzOptions, tryOne: (seed: number) => readonly FuzzFailure[]): Promise<readonly FuzzFailure[]> {
  const failures: FuzzFailure[] = [];
  const end = performance.now() + seconds * 1_000;
  let done = 0;
  while (done < count && performance.now() < end && failures.length < MOST_FAILURES) {
    failures.push(...tryOne((seed + done) >>> 0));
    done += 1;
    if (done % 100 === 0) onProgress?.(done);
    // What was made for an input can only be given back between two turns.
    if (done % 10 === 0) await new Promise((settle) => setImmediate(settle));
  }
  onProgress?.(done);
  return failures;
}

/** More of them are most likely the same fault. */
const MOST_FAILURES = 100;

/** What a judgement finds, or that it throws. */
export function failuresOf(seed: number, judge: () => readonly string[], input = ''): readonly FuzzFailure[] {
  try {
    return [...new Set(judge())].map((message) => ({ seed, input, message }));
  } catch (error) {
    return [{ seed, input, message: `It throws: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` }];
  }
}
