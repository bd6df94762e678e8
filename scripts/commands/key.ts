import type { CliCommand } from '../command.ts';

export const keyCommand: CliCommand = {
  name: 'key',
  summary: 'tell what an S3 key is',
  description: 'Says which object family makes a key, for which tenant and of which values, in which other ways it can be read, and which other families could have made it.\nExit 0 when one does, 1 when none does, with the nearest of them.',
  arguments: [['<key>', 'as in the bucket, or URL-encoded as in an event; s3://bucket/ in front names the bucket']],
  options: [],
  examples: [
    ["key '01JD3K9V7QZ4M8T2R6XW5N0YBC/strategies/01JD3KB2M5RQX8F7E9TC4H6WZA/v3.md'", 'whose is it?'],
    ['key s3://leadmetrics-contracts/…', 'in one bucket only'],
  ],
  run: async (context) => (await import('../run/key.ts')).runKey(context),
};
