import type { Finding } from '../../src/lib/model/finding.ts';
import type { Review } from '../../src/lib/emit/mdx/review.ts';

/** What rules might say of the sample: each severity, each excuse, each kind of place; `text` stands wherever an author's or a rule's own words do. */
export function sampleReview(text = 'A word on it.'): Review {
  const location = { file: 'schema/sample.ts', line: 7, column: 1 };
  const finding = (rule: string, severity: Finding['severity'], more: Partial<Finding>): Finding => ({ rule, severity, message: `\`${more.address ?? 'it'}\` is not right: ${text}`, hint: `Mend it. ${text}`, location, ...more });
  const rule = { family: 'keys', statement: text, why: `Because.\n\n${text}`, mend: `Mend it:\n\n\`\`\`ts\n${text}\n\`\`\``, options: {} };
  return {
    findings: [
      finding('first-rule', 'note', { address: 'postgresql.orders', entity: 'postgresql.orders' }),
      finding('first-rule', 'error', { address: 'mongodb.order_views.lines[].sku', entity: 'mongodb.order_views' }),
      finding('second-rule', 'warning', { address: 'claim:Documents do not reference each other.' }),
      finding('second-rule', 'warning', { address: 'process:Order writer' }),
      finding('second-rule', 'warning', { address: `domain:${text}` }),
      finding('second-rule', 'warning', { address: 'mongodb' }),
      finding(text, 'warning', { address: text }),
      finding('second-rule', 'warning', { address: 'system' }),
    ],
    suppressed: [
      { finding: finding('first-rule', 'warning', { address: 'mongodb.notes', entity: 'mongodb.notes' }), excuse: { kind: 'definition', reason: text, until: text, issue: text, location } },
      { finding: finding('first-rule', 'warning', { address: 'mongodb.audit_logs.at', entity: 'mongodb.audit_logs' }), excuse: { kind: 'configuration', reason: text } },
      { finding: finding('second-rule', 'note', { address: 's3.files', entity: 's3.files' }), excuse: { kind: 'baseline' } },
    ],
    rules: [
      { ...rule, id: 'first-rule', severity: 'warning', example: text, suppress: text, options: { ignore: { default: ['a'], description: text } } },
      { ...rule, id: 'second-rule', severity: 'note' },
      { ...rule, id: 'third-rule', family: 'exceptions', severity: 'off' },
      { ...rule, id: text, family: text, severity: 'note' },
    ],
  };
}
