/** What every diagram of this folder comes as. */
export interface Diagram {
  /** Names the diagram: its fence's `title`. Plain text. */
  readonly title: string;
  /** Mermaid `erDiagram` text, without the fence and without a line end at its end. */
  readonly text: string;
  /** What is not drawn and where it is to be found: one plain sentence each, for the line under the diagram. */
  readonly notes: readonly string[];
}
