import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addContentPolicy } from '../../src/site/content-policy.ts';
import { readPage } from '../../src/site/read-page.ts';
import { readSearchDocument } from '../../src/site/search-document.ts';

const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"/><style>p{}</style><script>let a = '</p>';</script><script type="application/json">{"x":1}</script><script src="/a.js"></script></head>
<body><nav><a href="/nav/">Menu</a></nav><main data-pagefind-body>
<h1 id="_top" data-pr-entity="MongoDB">activity_outputs</h1>
<p>Said &lt;once&gt;.</p>
<svg role="img"><title>Drawing</title><a href="/reference/postgresql/goals/#ref_id"><text>goals</text></a></svg>
<div class="sl-heading-wrapper"><h2 id="fields">Fields</h2><a class="sl-anchor-link" href="#fields"><span class="sr-only">Section titled Fields</span></a></div>
<table><thead><tr><th>Field</th><th>Type</th></tr></thead><tbody>
<tr><td><a id="activityId" class="pr-anchor" href="#activityId" aria-label="Link to activityId"></a><code>activityId</code></td><td><code>ulid</code></td><td>The activity.<br>Twice.</td></tr>
<tr><td>plain</td><td></td><td>row</td></tr></tbody></table>
<pre><code>secret()</code></pre></main></body></html>`;

describe('readPage', () => {
  const facts = readPage(page);

  it('finds fragments and links, in drawings too', () => {
    expect([...facts.ids]).toEqual(['_top', 'fields', 'activityId']);
    expect(facts.links).toEqual(['/a.js', '/nav/', '/reference/postgresql/goals/#ref_id', '#fields', '#activityId']);
  });

  it('hashes the scripts and styles that stand in the page, and no data', () => {
    expect(facts.scriptHashes).toEqual([hash("let a = '</p>';")]);
    expect(facts.styleHashes).toEqual([hash('p{}')]);
  });

  it('addContentPolicy puts the policy before everything that it speaks of', () => {
    const html = addContentPolicy(page, facts);
    expect(html).toMatch(/<head><meta charset="utf-8"\/><meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-[^']+'; style-src 'self' 'sha256-/);
    expect(/script-src[^;]*/.exec(html)?.[0]).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')/);
    expect(() => addContentPolicy('<html></html>', facts)).toThrow('declares no character set');
  });

  it('readSearchDocument ends with the rows that have an anchor, as headings, and leaves out frame, drawings and code', () => {
    const { html, entry } = readSearchDocument(facts.body!, 'reference/mongodb/activity_outputs', 'Said once.');
    expect(html).toMatchInlineSnapshot(`
      "<!doctype html><html lang="en"><body>
      <main data-pagefind-body data-pagefind-filter="kind:entity">
      <h1 data-pagefind-weight="10">activity_outputs</h1>
      <p>Said &lt;once&gt;.</p>
      <p>Fields</p>
      <p>plain · row</p>
      <h4 id="activityId" data-pagefind-weight="7">activityId</h4>
      <p>ulid · The activity. Twice.</p>
      </main></body></html>"
    `);
    expect(entry).toEqual({ title: 'activity_outputs', kind: 'entity', route: 'reference/mongodb/activity_outputs', store: 'MongoDB', about: 'Said once.', parts: [['activityId', 'activityId']] });
  });
});
