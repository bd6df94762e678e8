/** Whether a link leads to the web, to mail, to an anchor or to a relative file; never to a scheme that runs something, nor to `//host`. */
export function isSafeLink(url: string): boolean {
  const bare = url.replace(/[\u0000-\u0020\u007f-\u009f]/g, '');
  if (/^(https?:\/\/|mailto:)/i.test(bare)) return true;
  return bare !== '' && !/^[/\\]{2}/.test(bare) && !/^[^/?#]*:/.test(bare);
}
