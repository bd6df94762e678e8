export { openBrowser } from '../../scripts/bench/open-browser.ts';
