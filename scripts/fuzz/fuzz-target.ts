/** One thing that is attacked with random input, and what must hold of it. */
export interface FuzzTarget {
  readonly name: string;
  /** What is tried and what must hold, in one line. */
  readonly summary: string;
  /** What is counted: `texts`. */
  readonly unit: string;
  /** Prepares what all inputs need. */
  start(): Promise<Fuzzer>;
}

/** Neither throws because of what it attacks: a throw there is a failure like any other. */
export interface Fuzzer {
  /** Tries everything that was found before. */
  corpus(): Promise<FuzzBatch>;
  /**
   * Tries a bounded number of inputs; the same seed tries the same.
   * @param seed from 0 to 2³² - 1
   */
  batch(seed: number): Promise<FuzzBatch>;
}

export interface FuzzBatch {
  /** How many inputs were tried. */
  readonly tried: number;
  readonly failures: readonly FuzzFailure[];
}

export interface FuzzFailure {
  /** What was put in, as it can be put in again. */
  readonly input: string;
  /** What did not hold, and where. */
  readonly problem: string;
}
