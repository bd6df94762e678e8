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
    startExplore(this, JSON.parse(text) as System);
    // The dev server says when it has looked at the schema again; the address keeps what was chosen.
    import.meta.hot?.on('polyref:findings', async () => {
      if ((await this.fetchData()) !== text) location.reload();
    });
  }

  private async fetchData(): Promise<string | undefined> {
    const response = await fetch(`${this.dataset['base'] ?? '/'}explore.json`);
    return response.ok ? response.text() : undefined;
  }
}

customElements.define('polyref-explore', ExploreElement);
