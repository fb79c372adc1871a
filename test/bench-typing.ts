// How long it takes from a change until the findings shown are those of the text, over the protocol: `npm run bench`. The
// server runs as editors start it, and is told what VS Code tells it. Findings are sent where they changed; that the text
// was read and checked is told after each key.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { READ } from '../protocol/messages.ts';

/** So many keys are pressed; the first half of them, in which the program is made fast by the engine, is left out. */
const KEYSTROKES = 600;
/** Typed into a task and taken out again, letter by letter, over and over. */
const WORDS = ' và rà soát, tổng hợp kết quả thực hiện';
const MOST_SECONDS = 60;
const uri = 'file:///du-thao.md';

/** The sample directives one after the other, numbered on, as long as asked for: longer than any that was issued. */
function makeDraft(length: number): string {
  const [plan = '', notice = ''] = ['ke-hoach-02-KH-BCDTW', 'thong-bao-336-TB-VPCP'].map((name) =>
    readFileSync(`examples/${name}.md`, 'utf8'),
  );
  const body = (text: string) => text.replace(/^---\n[\s\S]*?\n---\n/, '');
  let text = `${plan}\n\n${body(notice)}`;
  for (let i = 1; text.length < length; i++) text += `\n\nPHỤ LỤC ${i}\n\n${body(i % 2 ? plan : notice)}`;
  return text.slice(0, length);
}

/** As it comes from the clipboard: no blank lines, no marks of headings. */
function pasted(text: string): string {
  const front = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? '';
  return (
    front +
    text
      .slice(front.length)
      .replace(/\n{2,}/g, '\n')
      .replace(/^#+ /gm, '')
  );
}

interface Key {
  readonly milliseconds: number;
  /** Were findings sent? */
  readonly published: boolean;
}

/** Types in a task in the middle, as fast as the answers come. */
async function type(text: string): Promise<Key[]> {
  const server = spawn(process.execPath, ['dist/chidao.mjs', 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  let told = () => {};
  let published = false;
  client.onNotification('textDocument/publishDiagnostics', () => {
    published = true;
  });
  client.onNotification(READ, () => told());
  client.listen();
  const initializationOptions = { chidao: { views: true } };
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {}, initializationOptions });
  await client.sendNotification('initialized', {});
  const isRead = () =>
    new Promise<void>((done) => {
      told = done;
    });
  const opened = isRead();
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
  await opened;
  const before = text.slice(0, text.indexOf('oàn thành', text.length / 2) + 'oàn thành'.length).split('\n');
  const [line, character] = [before.length - 1, before.at(-1)?.length ?? 0];
  /** The key pressed as the i-th: first the words are typed, then they are deleted from behind. */
  const key = (i: number) => {
    const step = i % (2 * WORDS.length);
    const typed = step < WORDS.length;
    const from = character + (typed ? step : 2 * WORDS.length - 1 - step);
    const range = { start: { line, character: from }, end: { line, character: typed ? from : from + 1 } };
    return { range, text: typed ? (WORDS[step] ?? '') : '' };
  };
  const keys: Key[] = [];
  const until = performance.now() + MOST_SECONDS * 1000;
  for (let i = 0; i < KEYSTROKES && performance.now() < until; i++) {
    const answered = isRead();
    published = false;
    const start = performance.now();
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: i + 2 },
      contentChanges: [key(i)],
    });
    await answered;
    keys.push({ milliseconds: performance.now() - start, published });
  }
  client.dispose();
  server.kill();
  return keys;
}

for (const length of process.argv.length > 2
  ? process.argv.slice(2).map(Number)
  : [25_000, 60_000, 500_000, 2_000_000]) {
  for (const form of length > 60_000 ? ['as written'] : ['as written', 'pasted']) {
    const text = makeDraft(length);
    const keys = await type(form === 'pasted' ? pasted(text) : text);
    const warm = keys.slice(keys.length >> 1);
    console.log(`typing in ${String(length / 1000).padStart(4)} kB, ${form.padEnd(10)}: ${summary(warm)}`);
    console.log(`  findings sent: ${summary(warm.filter(({ published }) => published))}`);
  }
}

function summary(keys: readonly Key[]): string {
  const times = keys.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const show = (share: number) => `${(times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1).padStart(6)} ms`;
  return `${String(keys.length).padStart(3)} keys, median ${show(0.5)}, 9 of 10 within ${show(0.9)}`;
}
