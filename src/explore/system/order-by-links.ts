/** Puts the members of a group in a row in which those that reference each other stand near each other. Ties go by the order given. */
export function orderByLinks(members: readonly number[], links: readonly (readonly [number, number])[]): readonly number[] {
  const neighbours = new Map(members.map((member) => [member, new Map<number, number>()]));
  for (const [from, to] of links) {
    if (from === to) continue;
    const [ours, theirs] = [neighbours.get(from), neighbours.get(to)];
    if (ours === undefined || theirs === undefined) continue;
    ours.set(to, (ours.get(to) ?? 0) + 1);
    theirs.set(from, (theirs.get(from) ?? 0) + 1);
  }
  const waiting = new Set(members);
  const pull = new Map<number, number>();
  const ordered: number[] = [];
  while (waiting.size > 0) {
    const drawn = [...waiting].filter((member) => (pull.get(member) ?? 0) > NOTICEABLE);
    const next = drawn.length > 0 ? strongest(drawn, (member) => pull.get(member) ?? 0) : strongest(waiting, (member) => sum(neighbours.get(member)));
    if (next === undefined) break;
    waiting.delete(next);
    ordered.push(next);
    // What was placed long ago is far away: it draws less.
    for (const [member, strength] of pull) pull.set(member, strength * FADING);
    for (const [member, count] of neighbours.get(next) ?? []) if (waiting.has(member)) pull.set(member, (pull.get(member) ?? 0) + count);
  }
  return ordered;
}

const FADING = 0.8;
/** Less than this draws nobody: what is left then begins anew with whoever has most neighbours. */
const NOTICEABLE = 0.01;

/** The first of those with the most. */
function strongest(members: Iterable<number>, strength: (member: number) => number): number | undefined {
  let best: number | undefined;
  let most = -1;
  for (const member of members) {
    const own = strength(member);
    if (own > most) [best, most] = [member, own];
  }
  return best;
}

function sum(counts: ReadonlyMap<number, number> | undefined): number {
  return [...(counts?.values() ?? [])].reduce((total, count) => total + count, 0);
}
