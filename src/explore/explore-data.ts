import { loadSystem } from './load-system.ts';

/** The system as the script of the page of exploration fetches it, once that page is shown. */
export function GET(): Response {
  return new Response(JSON.stringify(loadSystem()), { headers: { 'content-type': 'application/json' } });
}
