// Installs the extension file in VS Code and uses it as a drafter does: with mouse and keys, on the examples. Takes
// pictures on the way, into the folder that is named, else into a temporary one. A font made for Vietnamese (Debian:
// fonts-noto-mono) makes them look as they do on a desk.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startServer } from './server.mjs';
import { openBrowser } from './tools.mjs';

const THEMES = { light: 'Default Light Modern', dark: 'Default Dark Modern', contrast: 'Default High Contrast' };
/** A place with a fault, as the box of files takes it. */
const FAULT = 'ke-hoach-02-KH-BCDTW.md:158:5';
const FOLDER = 'Văn bản';
const TASKS = '.pane-body';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

const began = Date.now();
const pictures = resolve(process.argv[2] ?? mkdtempSync(join(tmpdir(), 'chidao-pictures-')));
mkdirSync(pictures, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'chidao-workspace-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const workspace = join(folder, FOLDER);
cpSync('examples', workspace, { recursive: true });
mkdirSync(join(workspace, '.chidao'));
writeFileSync(
  join(workspace, '.chidao/agencies.yaml'),
  '# Cơ quan của tỉnh\n- id: trung-tam-chuyen-doi-so\n  tên: Trung tâm Chuyển đổi số tỉnh\n  viết tắt: [TTCĐS]\n',
);
writeFileSync(
  join(workspace, 'danh-so-lai.md'),
  `---
loại: Kế hoạch
cơ quan ban hành: Ủy ban nhân dân tỉnh Nghệ An
ngày ban hành: 05/3/2026
---

## I. NHIỆM VỤ

1. Sở Y tế rà soát:

a) Danh mục. Hoàn thành trước ngày 30/6/2026.

c) Biểu mẫu. Hoàn thành trước ngày 30/6/2026.

3. Sở Nội vụ gửi kết quả theo điểm c khoản 1 và khoản 3 trước ngày 31/7/2026.
`,
);

const server = await startServer({
  extensions: [resolve(`chidao-${version}.vsix`)],
  settings: {
    'window.commandCenter': false,
    'editor.minimap.enabled': false,
    'editor.fontFamily': 'Noto Sans Mono, DejaVu Sans Mono, monospace',
  },
});
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
page.setDefaultTimeout(60_000);
let [passed, failed] = [0, 0];

for (const [name, theme] of Object.entries(THEMES)) {
  await step(`${name}: the editor opens`, async () => {
    server.set({ 'workbench.colorTheme': theme });
    await page.goto(server.address(workspace));
    await page.waitForFunction(() => globalThis.driver?.whenWorkbenchRestored);
    await page.evaluate(() => globalThis.driver.whenWorkbenchRestored());
  });
  await step(`${name}: faults are underlined`, async () => {
    await pick(FAULT);
    await page.locator('.squiggly-error').first().waitFor();
  });
  await step(`${name}: Problems tells them in words`, async () => {
    await pick('>Problems: Focus on Problems View');
    await row('.markers-panel', 'lạc kiểu số').waitFor();
    await row('.markers-panel', 'sau ngày kết thúc').waitFor();
  });
  await step(`${name}: Outline shows sections and tasks`, async () => {
    // The list of files gives its place to the outline.
    const files = page.locator('.pane-header', { hasText: FOLDER }).first();
    await files.waitFor();
    if ((await files.getAttribute('aria-expanded')) === 'true') await files.click();
    await pick('>Explorer: Focus on Outline View');
    await row('.outline-pane', 'I- QUAN ĐIỂM CHỈ ĐẠO').waitFor();
    await row('.outline-pane', 'Thiết lập một mô hình tương tác').waitFor();
    await picture(`findings-${name}`);
  });
  await step(`${name}: the light bulb offers corrections`, async () => {
    await pick(FAULT);
    await page.keyboard.press('Control+.');
    await row('.action-widget', 'Đổi "3)" thành "3."').waitFor();
    await picture(`fixes-${name}`);
    await page.keyboard.press('Escape');
  });
}
await step('a correction is one key and one choice away', async () => {
  await pick(FAULT);
  await page.keyboard.press('Control+.');
  await row('.action-widget', 'Đổi "3)" thành "2.3."').click();
  await page.locator('.view-line', { hasText: '2.3. Về dữ liệu' }).first().waitFor();
});

await step('renumbering is shown, with the references, before it is made', async () => {
  await pick('danh-so-lai.md:13:1');
  await page.locator('.squiggly-error').first().waitFor();
  await pick('>Chỉ Đạo: Renumber the Document');
  const box = page.locator('.bulk-edit-panel input.edit-checkbox, .bulk-edit-panel .monaco-checkbox').first();
  await box.waitFor();
  await picture('renumber');
  await box.click();
  await picture('renumber-ticked');
  await page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Apply' }).click();
  await page.locator('.view-line', { hasText: '2. Sở Nội vụ gửi kết quả theo điểm b khoản 1' }).first().waitFor();
});
await step('all directives of the folder are checked when asked for', async () => {
  await pick('>Chỉ Đạo: Check the Whole Workspace');
  // Its files stand one above the other, closed.
  await row('.markers-panel', 'ke-hoach-02-KH-BCDTW.md').click();
  await page.keyboard.press('Control+ArrowLeft');
  await row('.markers-panel', 'thong-bao-336-TB-VPCP.md').waitFor();
  await pick('>Notifications: Show Notifications');
  await page.locator('.notifications-center', { hasText: /Đã kiểm tra \d+ văn bản chỉ đạo/ }).waitFor();
  await picture('whole');
  await page.keyboard.press('Escape');
});

await step('tasks stand beside the text, by owner', async () => {
  server.set({ 'workbench.colorTheme': THEMES.light });
  await page.goto(server.address(workspace));
  await page.waitForFunction(() => globalThis.driver?.whenWorkbenchRestored);
  await page.evaluate(() => globalThis.driver.whenWorkbenchRestored());
  await pick(FAULT);
  await pick('>Chỉ Đạo: Show Tasks');
  await row(TASKS, 'I- QUAN ĐIỂM').or(row(TASKS, 'IV-')).first().waitFor();
  await pick('>Chỉ Đạo: Tasks by Owner');
  await row(TASKS, 'Bộ Công an').waitFor();
  await picture('tasks');
});
await step('the timeline draws phases and deadlines', async () => {
  await pick('>Chỉ Đạo: Show Timeline');
  const frame = page.frameLocator('iframe.webview').frameLocator('#active-frame');
  await frame.locator('svg a').first().waitFor();
  await picture('timeline');
  await frame.locator('svg a').first().click();
  // Out of the page that was drawn, back into the text.
  await page.mouse.click(620, 420);
});
await step('an agency completes from letters without diacritics', async () => {
  await pick('ke-hoach-02-KH-BCDTW.md');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\n\ne) bo kh');
  await row('.suggest-widget', 'Bộ Khoa học và Công nghệ').waitFor();
  await picture('complete');
  await page.keyboard.press('Enter');
  await page.locator('.view-line', { hasText: 'e) Bộ Khoa học và Công nghệ' }).first().waitFor();
});
await step('a new directive is opened to be filled in', async () => {
  await pick('>Chỉ Đạo: New Directive');
  await row('.quick-input-list', 'Kế hoạch').click();
  await page.locator('.quick-input-message', { hasText: 'Issuing agency' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.view-line', { hasText: 'MỤC ĐÍCH, YÊU CẦU' }).first().waitFor();
  await picture('new');
});
await step('agencies of the office stand in a file beside the drafts', async () => {
  await pick('agencies.yaml');
  await page.locator('.view-line', { hasText: 'Trung tâm' }).first().waitFor();
  await picture('registry');
});
await step('the walkthrough tells the first steps', async () => {
  await pick('>Welcome: Open Walkthrough...');
  await row('.quick-input-list', 'Drafting and Checking Directives').click();
  await page.getByText('Begin a directive').first().waitFor();
  await picture('walkthrough');
});

await step('in dark and high contrast tasks and the timeline of all directives can be read', async () => {
  for (const theme of ['dark', 'contrast']) {
    server.set({ 'workbench.colorTheme': THEMES[theme] });
    await page.goto(server.address(workspace));
    await page.waitForFunction(() => globalThis.driver?.whenWorkbenchRestored);
    await page.evaluate(() => globalThis.driver.whenWorkbenchRestored());
    await pick(FAULT);
    await page.locator('.squiggly-warning').first().waitFor();
    await pick('>Chỉ Đạo: Show Tasks');
    await pick(theme === 'dark' ? '>Chỉ Đạo: Tasks by Deadline' : '>Chỉ Đạo: Tasks by Section');
    await row(TASKS, theme === 'dark' ? 'Tháng' : 'KẾ HOẠCH').waitFor();
    await pick('>Chỉ Đạo: Show Timeline of the Whole Workspace');
    const frame = page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await frame.locator('svg a[data-document="1"]').first().waitFor();
    await picture(`timeline-${theme}`);
  }
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

/** Opens what is typed into the box of commands and files. What another part of the editor closes is opened again. */
async function pick(text) {
  for (let left = 3; ; left--) {
    try {
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input.input').fill(text, { timeout: 10_000 });
      const name = text.replace(/^>|(:\d+)+$/g, '');
      await row('.quick-input-list', name).click({ timeout: 10_000 });
      return;
    } catch (error) {
      if (left === 0) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** A line of a list. */
function row(list, words) {
  return page.locator(`${list} .monaco-list-row`, { hasText: words }).first();
}

async function picture(name) {
  // What moves has come to rest.
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}
