import type { System } from '../system/system.ts';
import { startExplore } from './start-explore.ts';

/** `<polyref-explore>`: holds the static picture; asks for what it is made of, and makes it one to explore. Without that file the static picture stays. */
class ExploreElement extends HTMLElement {
  connectedCallback(): void {
    if (!this.classList.contains('live')) void this.start();
  }

  private async start(): Promise<void> {
    const text = await this.fetchData();
    if (text === undefined) return;
    const exploration = startExplore(this, JSON.parse(text) as System);
    if (import.meta.hot) {
      const { followSchema } = await import('./follow-schema.ts');
      followSchema(this, exploration, () => this.fetchData('no-store'), text);
    }
  }

  private async fetchData(cache: RequestCache = 'default'): Promise<string | undefined> {
    const response = await fetch(`${this.dataset['base'] ?? '/'}explore.json`, { cache });
    return response.ok ? response.text() : undefined;
  }
}

customElements.define('polyref-explore', ExploreElement);
