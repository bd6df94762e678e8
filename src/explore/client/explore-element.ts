import type { System } from '../system/system.ts';
import { startExplore } from './start-explore.ts';

/** `<polyref-explore>`: holds the static picture; asks for what it is made of, and makes it one to explore. Without that file the static picture stays. */
class ExploreElement extends HTMLElement {
  connectedCallback(): void {
    if (!this.classList.contains('live')) void this.start();
  }

  private async start(): Promise<void> {
    const response = await fetch(`${this.dataset['base'] ?? '/'}explore.json`);
    if (!response.ok) return;
    const exploration = startExplore(this, (await response.json()) as System);
    if (import.meta.hot) (await import('./follow-schema.ts')).followSchema(this, exploration);
  }
}

customElements.define('polyref-explore', ExploreElement);
