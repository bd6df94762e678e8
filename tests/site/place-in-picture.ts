import type { Page } from 'playwright-core';
import { fitRect, type Camera } from '../../src/explore/client/camera.ts';
import { headerHeight } from '../../src/explore/system/box-size.ts';
import { BOX } from '../../src/explore/system/dimensions.ts';
import type { System } from '../../src/explore/system/system.ts';

/** Where an entity's head, or the row of one of its fields, is on the window of a page of exploration: with the whole in sight, or where the address says that one looks. */
export async function placeInPicture(page: Page, { entities, layout }: System, address: string, field?: string): Promise<readonly [number, number]> {
  const box = await page.getByRole('application').boundingBox();
  if (box === null) throw new Error('There is no picture.');
  const at = entities.findIndex((entity) => entity.address === address);
  const own = entities[at];
  const [left, top] = layout.boxes[at] ?? [0, 0];
  const row = own === undefined || field === undefined ? -1 : own.rows.findIndex((place) => own.fields[place]?.[0] === field);
  if (own === undefined || (field !== undefined && row < 0)) throw new Error(`The picture shows no ${address} ${field ?? ''}.`);
  const [x = NaN, y = NaN, scale = NaN] = (new URL(page.url()).searchParams.get('view') ?? '').split(',').map(Number);
  const camera: Camera = Number.isFinite(scale) ? { x, y, scale } : fitRect([0, 0, layout.width, layout.height], box);
  const height = row < 0 ? 12 : headerHeight(own.name) + (row + 0.5) * BOX.row;
  return [box.x + box.width / 2 + (left + BOX.width / 2 - camera.x) * camera.scale, box.y + box.height / 2 + (top + height - camera.y) * camera.scale];
}
