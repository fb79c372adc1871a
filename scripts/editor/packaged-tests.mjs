// Installs the extension file in VS Code and uses it as a drafter does: with mouse and keys, on the examples. Takes
// pictures on the way, into the folder that is named, else into a temporary one. A font made for Vietnamese (Debian:
// fonts-noto-mono) makes them look as they do on a desk.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startServer } from './server.mjs';
import { openBrowser } from './tools.mjs';

const THEMES = { light: 'Default Light Modern', dark: 'Default Dark Modern', contrast: 'Default High Contrast' };
const DRAFT = 'ke-hoach-02-KH-BCDTW.md';
const FIX = '.action-widget .monaco-list-row';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

const began = Date.now();
const pictures = resolve(process.argv[2] ?? mkdtempSync(join(tmpdir(), 'chidao-pictures-')));
mkdirSync(pictures, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'chidao-workspace-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const workspace = join(folder, 'Văn bản');
cpSync('examples', workspace, { recursive: true });

const server = await startServer({
  extensions: [resolve(`chidao-${version}.vsix`)],
  settings: {
    'workbench.colorTheme': THEMES.light,
    'window.commandCenter': false,
    'editor.minimap.enabled': false,
    'editor.fontFamily': 'Noto Sans Mono, DejaVu Sans Mono, monospace',
  },
});
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
page.setDefaultTimeout(60_000);
let [passed, failed] = [0, 0];

await step('an editor with the extension file installed', async () => {
  await page.goto(server.address(workspace));
  await ready();
});
await step('faults are underlined', async () => {
  await pick(`${DRAFT}:158:5`);
  await underlined();
});
await step('Problems tells them in words', async () => {
  await pick('>Problems: Focus on Problems View');
  for (const words of ['lạc kiểu số', 'sau ngày kết thúc']) {
    await page.locator('.markers-panel .monaco-list-row', { hasText: words }).first().waitFor();
  }
});
await step('Outline shows sections and tasks', async () => {
  // The list of files gives its place to the outline.
  await page.locator('.pane-header', { hasText: 'Văn bản' }).click();
  await pick('>Explorer: Focus on Outline View');
  for (const words of ['I- QUAN ĐIỂM CHỈ ĐẠO', '1. Quan điểm chỉ đạo']) {
    await page.locator('.outline-pane .monaco-list-row', { hasText: words }).first().waitFor();
  }
});
for (const [name, theme] of Object.entries(THEMES)) {
  await step(`all of it stays after a reload, in colours: ${name}`, async () => {
    server.set({ 'workbench.colorTheme': theme });
    await page.reload();
    await ready();
    await underlined();
    await page.locator('.markers-panel .monaco-list-row').nth(2).waitFor();
    await page.locator('.outline-pane .monaco-list-row').nth(5).waitFor();
    await picture(`findings-${name}`);
    await pick(`${DRAFT}:158:5`);
    await page.keyboard.press('Control+.');
    await page.locator(FIX, { hasText: 'Đổi "3)" thành "3."' }).waitFor();
    await picture(`fixes-${name}`);
    await page.keyboard.press('Escape');
  });
}
await step('a correction is one key and one choice away', async () => {
  await pick(`${DRAFT}:158:5`);
  await page.keyboard.press('Control+.');
  await page.locator(FIX, { hasText: 'Đổi "3)" thành "2.3."' }).click();
  await page.locator('.view-line', { hasText: '2.3. Về dữ liệu' }).first().waitFor();
});

await browser.close();
await server.stop();
console.log(`\nPictures: ${pictures}`);
const seconds = ((Date.now() - began) / 1000).toFixed(1);
console.log(`VS Code, chidao-${version}.vsix, ${seconds} s: ${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

/** Each step begins where the one before it ended, so after one that failed the others are left out. */
async function step(name, act) {
  if (failed > 0) return;
  try {
    await act();
    passed++;
    console.log(`✔ ${name}`);
  } catch (error) {
    failed++;
    await picture(`failed-${failed}`);
    console.log(`✘ ${name}\n${error.message}`);
  }
}

/** Opens what is typed into the box of commands and files. */
async function pick(text) {
  await page.keyboard.press('F1');
  const box = page.locator('.quick-input-widget input.input');
  await box.waitFor();
  await box.fill(text);
  const name = text.replace(/^>|(:\d+)+$/g, '');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
}

async function ready() {
  await page.waitForFunction(() => globalThis.driver?.whenWorkbenchRestored);
  await page.evaluate(() => globalThis.driver.whenWorkbenchRestored());
}

async function underlined() {
  await page.locator('.squiggly-error').first().waitFor();
}

async function picture(name) {
  // What moves has come to rest.
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}
