import { readdirSync } from 'node:fs';
import * as z from 'zod-own';
import { COMPONENTS } from '../../gate/components.ts';
import { compareText } from '../../model/compare-text.ts';
import { COMPONENT_ENDING, componentName } from '../../model/component-name.ts';
import { shorten } from '../../model/shorten.ts';
import type { Refusal } from './config-schema.ts';
import { path } from './path-option.ts';

/** The folder of the team's Astro components: each file gives a name of its own that pages can use. */
export function componentsFolder(folder: string): z.ZodType<string> {
  return path('components', 'folder', folder).transform((found, context) => {
    const files = readdirSync(found).filter((file) => file.endsWith(COMPONENT_ENDING)).sort(compareText);
    const refusals = refusalsOf(files);
    for (const refusal of refusals) context.issues.push({ code: 'custom', input: found, message: JSON.stringify(refusal) });
    return refusals.length === 0 ? found : z.NEVER;
  });
}

function refusalsOf(files: readonly string[]): readonly Refusal[] {
  const fileOf = new Map<string, string>();
  return files.flatMap((file): readonly Refusal[] => {
    const [name, shown] = [componentName(file), shorten(file)];
    if (name === undefined) return [{ message: `\`${shown}\` of \`docs.components\` has a name that no page can use.`, hint: 'Rename it in kebab-case: `price-list.astro` is `<PriceList />`.' }];
    if ((COMPONENTS as readonly string[]).includes(name)) return [{ message: `\`${shown}\` of \`docs.components\` has the name of Polyref's own component \`<${name} />\`.`, hint: 'Give it another name.' }];
    const other = fileOf.get(name);
    fileOf.set(name, other ?? file);
    return other === undefined ? [] : [{ message: `\`${shorten(other)}\` and \`${shown}\` of \`docs.components\` are both \`<${name} />\`.`, hint: 'Rename one of them.' }];
  });
}
