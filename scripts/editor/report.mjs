import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from './tools.mjs';

const MINUTES = 5;
/** What VS Code says in every run: of its own parts that were not compiled, and of the gallery it does without. */
const NOISE = /spdlog|native-watchdog|extensions from gallery/;

/** Opens the page of an editor that runs the tests of dist/editor/tests.js, prints what they say and ends this program. */
export async function runTests(name, address, stop) {
  const began = Date.now();
  const browser = await openBrowser();
  const permissions = ['clipboard-read', 'clipboard-write'];
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, permissions });
  const log = [];
  let [passed, failed] = [0, 0];

  const code = await new Promise((resolve) => {
    // An editor under test looks for these two functions on its page.
    const exposed = Promise.all([
      page.exposeFunction('codeAutomationLog', (kind, words) => hear(`${kind}: ${words.join(' ')}`)),
      page.exposeFunction('codeAutomationExit', resolve),
    ]);
    page.on('pageerror', (error) => log.push(`page: ${error.message}`));
    // CHIDAO_LOG=1 shows all that the page says, as when an extension does not start.
    if (process.env.CHIDAO_LOG) page.on('console', (message) => console.log(message.text()));
    page.on('crash', () => resolve('the page crashed'));
    setTimeout(() => resolve(`no answer in ${MINUTES} minutes`), MINUTES * 60_000).unref();
    exposed.then(() => page.goto(address)).catch((error) => resolve(error.message));
  });

  if (code !== 0 || failed > 0) {
    const picture = join(mkdtempSync(join(tmpdir(), 'chidao-editor-')), 'page.png');
    const taken = await page.screenshot({ path: picture }).then(
      () => picture,
      () => 'no picture',
    );
    console.log(`\n${log.slice(-30).join('\n').slice(-6000)}\n\n${name}: ${code} (${taken})`);
    // Tests that never came to an end have failed too.
    failed = Math.max(failed, 1);
  }
  if (passed + failed === 0) failed = 1;
  await browser.close();
  await stop();
  console.log(`\n${name}, ${((Date.now() - began) / 1000).toFixed(1)} s: ${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);

  /** The lines of our tests among all that an editor says. */
  function hear(text) {
    const [, line] = /^\w+: test: (.*)/s.exec(text) ?? [];
    if (line === undefined) return NOISE.test(text) || log.push(text);
    if (line.includes('✔')) passed++;
    if (line.includes('✘')) failed++;
    return console.log(line);
  }
}
