import type { DocsOptions, Repository } from '../../dsl/docs.ts';
import type { DocsSettings } from '../../model/docs-settings.ts';
import type { Refusal } from './config-schema.ts';

/** Links to a line and to the editor of the repository that `repository` and `editLinks` name; or what is wrong with which of them. */
export function repositoryLinks({ repository, editLinks = false }: Pick<DocsOptions, 'repository' | 'editLinks'>): Pick<DocsSettings, 'sourceUrl' | 'editUrl'> | RefusedOption {
  const isTemplate = typeof repository === 'string' && repository.includes('{file}');
  const named = typeof repository === 'string' ? { url: repository } : repository;
  const links = named === undefined || isTemplate ? undefined : linksOf(named);
  if (named !== undefined && !isTemplate && links === undefined) {
    return { option: 'repository', refusal: { message: `\`docs.repository\` does not say what its host is.`, hint: HOST_HINT } };
  }
  const sourceUrl = isTemplate ? repository : links?.sourceUrl;
  if (editLinks === true && links === undefined) {
    return { option: 'editLinks', refusal: { message: '`docs.editLinks` needs a repository whose host is known.', hint: "Write repository: 'https://github.com/acme/shop' beside it, or the link itself: editLinks: 'https://git.example.com/shop/edit/{file}'." } };
  }
  const editUrl = editLinks === true ? links?.editUrl : editLinks === false ? undefined : editLinks;
  return { ...(sourceUrl === undefined ? {} : { sourceUrl }), ...(editUrl === undefined ? {} : { editUrl }) };
}

export interface RefusedOption {
  readonly option: string;
  readonly refusal: Refusal;
}

const HOST_HINT = "Write repository: { url: '…', host: 'github' }, with 'gitlab' or 'bitbucket' where that runs there, or a link to a line: repository: 'https://git.example.com/shop/{file}#L{line}'.";

function linksOf({ url, host, branch = 'main', folder = '' }: Repository): { readonly sourceUrl: string; readonly editUrl: string } | undefined {
  const root = url.replace(/\/+$/, '').replace(/\.git$/, '');
  const at = encoded(branch);
  const file = [encoded(folder), '{file}'].filter((part) => part !== '').join('/');
  switch (host ?? hostOf(root)) {
    case 'github':
      return { sourceUrl: `${root}/blob/${at}/${file}#L{line}`, editUrl: `${root}/edit/${at}/${file}` };
    case 'gitlab':
      return { sourceUrl: `${root}/-/blob/${at}/${file}#L{line}`, editUrl: `${root}/-/edit/${at}/${file}` };
    case 'bitbucket':
      return { sourceUrl: `${root}/src/${at}/${file}#lines-{line}`, editUrl: `${root}/src/${at}/${file}?mode=edit` };
    case undefined:
      return undefined;
  }
}

/** A server of a company's own has the addresses of the public one, but for Bitbucket's. */
function hostOf(url: string): Repository['host'] {
  const { hostname } = new URL(url);
  return hostname === 'bitbucket.org' ? 'bitbucket' : (['github', 'gitlab'] as const).find((host) => hostname.split('.').includes(host));
}

/** Braces in a name would be taken for a part of the link that is filled in. */
function encoded(path: string): string {
  return path.split('/').filter((step) => step !== '' && step !== '.').map(encodeURIComponent).join('/');
}
