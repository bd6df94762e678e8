import { describeChoice, entityLabel, fieldLabel } from './entity-words.ts';
import type { Model } from './explore-model.ts';

/** What was chosen, to be said to those who listen to the page; empty where nothing was. */
export function describeState({ system, legs, state, ways }: Pick<Model, 'system' | 'legs' | 'state' | 'ways'>): string {
  const { chosen, goal } = state();
  if (chosen === undefined) return '';
  const many = ways()[0]?.ways.length ?? 0;
  if (goal !== undefined) return ways().length === 0 ? 'No way leads there.' : `${many === 1 ? '1 way' : `${many} ways`} to ${entityLabel(system(), goal)}`;
  return `${fieldLabel(system(), chosen.entity, chosen.field ?? -1)} is chosen. ${describeChoice(system(), legs(), chosen)}`;
}
