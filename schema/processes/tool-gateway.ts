import { process } from 'polyref';

/** Stands between agents and tools: adds credentials, enforces budgets, and records each call. */
export const toolGateway = process('Tool Gateway', {
  reads: ['postgresql.activity_runs'],
  writes: ['postgresql.tool_calls', 'mongodb.tool_call_logs'],
  because: 'The fact of a call and its cost belong to the run for good; what was said in it is needed for some weeks, to find out why a run went wrong.',
  code: 'services/tools/src/tool-gateway.ts',
  owner: 'agents',
});
