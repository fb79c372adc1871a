// Draws images/icon.png from images/icon.svg: VS Code takes no SVG for the icon of an extension.
import { readFileSync } from 'node:fs';
import { openBrowser } from './tools.mjs';

const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
await page.setContent(
  `<style>body { margin: 0 } svg { display: block }</style>${readFileSync('images/icon.svg', 'utf8')}`,
);
await page.screenshot({ path: 'images/icon.png', omitBackground: true });
await browser.close();
