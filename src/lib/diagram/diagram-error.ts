/** The text of a diagram cannot be read. `line` counts from 1 in the diagram's own text, when it is known. */
export class DiagramError extends Error {
  readonly line: number | undefined;

  constructor(message: string, line?: number) {
    super(message);
    this.name = 'DiagramError';
    this.line = line;
  }
}
