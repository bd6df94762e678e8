import { escapeXml } from '../../lib/diagram/escape-xml.ts';
import type { System, SystemEntity } from './system.ts';

/**
 * Every entity in words, by group: for those who do not see the picture, and for everybody to skim. The script hides what the filters leave out.
 * @param hrefOf link to a page, by its route
 */
export function renderEntityList(system: System, hrefOf: (page: string) => string): string {
  return system.groups.map((group, at) => {
    const label = system.stores.find(({ id }) => group.kind === 'store' && id === group.name)?.label ?? group.name;
    const items = system.entities.flatMap((entity, place) => (entity.group === at ? [renderItem(system, entity, place, hrefOf)] : []));
    return `<section><h2><a href="${escapeXml(hrefOf(group.page))}">${escapeXml(label)}</a> <small>${items.length}</small></h2><ul>${items.join('')}</ul></section>`;
  }).join('');
}

function renderItem({ stores }: System, { name, store, page, lives, status }: SystemEntity, place: number, hrefOf: (page: string) => string): string {
  const facts = `${lives}${status === 'stable' ? '' : ` · ${status}`}`;
  return `<li data-entity="${place}"><a href="${escapeXml(hrefOf(page))}" data-store="${escapeXml(stores[store]?.id ?? '')}"><code>${escapeXml(name)}</code></a> <span>${escapeXml(facts)}</span></li>`;
}
