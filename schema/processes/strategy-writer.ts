import { process } from 'polyref';

/**
 * Turns a strategist's draft into the next version of a strategy.
 *
 * The Markdown goes to S3, then the version's document is written. The row in `postgresql.strategies` learns of it only when somebody approves
 * the version.
 */
export const strategyWriter = process('Strategy Writer', {
  reads: ['postgresql.goals', 'postgresql.strategies', 'mongodb.skills'],
  writes: ['postgresql.strategies', 'mongodb.strategies_content', 's3.strategies'],
  because: 'The row holds the decision, the document the pointer, the object the text; only this process knows all three.',
  code: 'services/agents/src/strategies/strategy-writer.ts',
  owner: 'strategy',
});
