import type { ts as TS } from 'ts-morph';
import { ts } from './ts.ts';

/** The doc comment that stands before a node, as Markdown; empty when there is none. */
export function docCommentOf(node: TS.Node, source: TS.SourceFile): string {
  const comment = docCommentRangeOf(node, source);
  return comment === undefined ? '' : commentToMarkdown(source.text.slice(comment.pos, comment.end));
}

/** Where that comment stands: of several, the last. */
export function docCommentRangeOf(node: TS.Node, source: TS.SourceFile): TS.CommentRange | undefined {
  const text = source.text;
  const start = node.getStart(source);
  const ranges = [...(ts.getTrailingCommentRanges(text, node.pos) ?? []), ...(ts.getLeadingCommentRanges(text, node.pos) ?? [])];
  const comment = ranges.findLast((range) => isDocComment(text, range));
  // A comment at the end of the line before belongs to what stands on that line.
  return comment === undefined || (isTrailing(text, node.pos, comment.pos) && text.slice(comment.end, start).includes('\n')) ? undefined : comment;
}

/** `/** … *\/` → Markdown, without stars. Tags that say something to readers stay as prose, those for tools go. */
export function commentToMarkdown(comment: string): string {
  const body = comment.replace(/^\/\*\*/, '').replace(/\*\/$/, '').replaceAll('*\\/', '*/').split(/\r?\n/);
  const stars = body.slice(1).filter((line) => line.trim() !== '').every((line) => /^\s*\*/.test(line));
  const lines = body.map((line, index) => (index === 0 || !stars ? line : line.replace(/^\s*\* ?/, '')));
  return proseOf(stars ? lines : dedent(lines)).trim();
}

export function isDocComment(text: string, range: TS.CommentRange): boolean {
  return text.startsWith('/**', range.pos) && !text.startsWith('/**/', range.pos);
}

function isTrailing(text: string, from: number, comment: number): boolean {
  return from > 0 && !text.slice(from, comment).includes('\n');
}

function dedent(lines: readonly string[]): readonly string[] {
  const [first = '', ...rest] = lines;
  const depth = Math.min(...rest.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length));
  return [first.trimStart(), ...rest.map((line) => line.slice(Number.isFinite(depth) ? depth : 0))];
}

const KNOWN_TAGS = /^\s*@(alpha|author|beta|category|default|defaultValue|deprecated|example|experimental|group|ignore|internal|module|packageDocumentation|param|private|privateRemarks|property|protected|public|readonly|remarks|returns?|see|since|template|throws|todo|type|typeParam|version)(?:\s+(.*))?$/;

/** Words before the text of a tag that readers should see. */
const SHOWN_TAGS: Readonly<Record<string, string>> = { deprecated: '**Deprecated.** ', example: 'Example:\n\n', remarks: '', see: 'See ', since: 'Since ' };

function proseOf(lines: readonly string[]): string {
  const kept: string[] = [];
  let fence: string | undefined;
  let dropped = false;
  for (const line of lines) {
    const mark = /^\s*(```+|~~~+)/.exec(line)?.[1];
    if (mark !== undefined) fence = fence === undefined ? mark : line.trim().startsWith(fence) ? undefined : fence;
    const tag = fence === undefined && mark === undefined ? KNOWN_TAGS.exec(line) : null;
    if (tag !== null) {
      const shown = SHOWN_TAGS[tag[1] as string];
      dropped = shown === undefined;
      if (shown !== undefined) kept.push('', shown + withLinks(tag[2] ?? ''));
      continue;
    }
    if (!dropped) kept.push(fence === undefined ? withLinks(line).trimEnd() : line.trimEnd());
  }
  return kept.join('\n').replace(/\n{3,}(?!.*```)/g, '\n\n');
}

/** `{@link https://x | text}` → `[text](https://x)`, `{@link Name}` → `` `Name` ``. */
function withLinks(line: string): string {
  return line.replace(/\{@link(?:code|plain)?\s+([^\s|}]+)(?:\s*\|\s*|\s+)?([^}]*)\}/g, (_, target: string, text: string) => {
    const label = text.trim();
    return /^https?:/.test(target) ? `[${label === '' ? target : label}](${target})` : label === '' ? `\`${target}\`` : label;
  });
}
