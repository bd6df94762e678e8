// Keeps one comment of a pull request up to date: the one that begins with the marker in the first line of the report. Plain JavaScript: it runs from an installed package.
import { readFileSync } from 'node:fs';

const { REPORT = '', TOKEN = '', PULL_REQUEST = '', GITHUB_REPOSITORY = '', GITHUB_API_URL = 'https://api.github.com' } = process.env;

/** GitHub takes no longer comment than 65,536 characters. */
const LONGEST = 65_000;
/** Who may write to the repository: a stranger's comment with the same beginning is not ours to write into, and would stay the stranger's to change. */
const TRUSTED = ['OWNER', 'MEMBER', 'COLLABORATOR'];

try {
  await keepComment(readFileSync(REPORT, 'utf8'));
} catch (error) {
  const hint = error.status === 403 || error.status === 404 ? ' Give the job the permission `pull-requests: write`, or set `comment: false`.' : '';
  console.log(`::error title=polyref::${escapeData(`The comment could not be written: ${error.message}.${hint}`)}`);
  process.exitCode = 2;
}

async function keepComment(report) {
  const marker = report.slice(0, report.indexOf('\n'));
  const body = report.length <= LONGEST ? report : `${report.slice(0, LONGEST)}\n\n… The rest is in the summary of the run.\n`;
  const comments = `/repos/${GITHUB_REPOSITORY}/issues/${PULL_REQUEST}/comments`;
  const own = await findComment(comments, marker);
  if (own === undefined) await ask('POST', comments, { body });
  else if (own.body !== body) await ask('PATCH', `/repos/${GITHUB_REPOSITORY}/issues/comments/${own.id}`, { body });
}

async function findComment(comments, marker) {
  for (let page = 1; ; page += 1) {
    const found = await ask('GET', `${comments}?per_page=100&page=${page}`);
    const own = found.find(({ body, user, author_association: association }) => body?.startsWith(marker) && (user?.type === 'Bot' || TRUSTED.includes(association)));
    if (own !== undefined || found.length < 100) return own;
  }
}

async function ask(method, path, body) {
  const response = await fetch(`${GITHUB_API_URL}${path}`, {
    method,
    headers: { accept: 'application/vnd.github+json', authorization: `Bearer ${TOKEN}`, 'x-github-api-version': '2022-11-28' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw Object.assign(new Error(`GitHub answered ${response.status} to ${method} ${path}`), { status: response.status });
  return response.json();
}

/** As the runner reads the text of a command. */
function escapeData(text) {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
