import { commands, type Disposable, l10n, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CHECK_WORKSPACE, TIMELINE, type TimelineResult } from '../protocol/messages.ts';
import type { Shown } from './task-view.ts';

/** The timeline of the directive last looked at, or of all in the folder: one page, drawn anew as the text changes. */
export function showTimeline(client: BaseLanguageClient, shown: Shown): { refresh: () => void; parts: Disposable[] } {
  let panel: WebviewPanel | undefined;
  /** What it is of: a document, or `{}` for all. */
  let of: { uri?: string } | undefined;
  let documents: readonly string[] = [];
  let drawn = '';
  const single = commands.registerCommand('chidao.timeline', () => {
    const uri = shown.uri();
    if (!uri) return void window.showInformationMessage(l10n.t('Open a directive first.'));
    return open({ uri });
  });
  const all = commands.registerCommand('chidao.timelineOfWorkspace', async () => {
    await client.sendRequest('workspace/executeCommand', { command: CHECK_WORKSPACE });
    return open({});
  });
  return { refresh: () => void draw(), parts: [single, all, { dispose: () => panel?.dispose() }] };

  async function open(what: { uri?: string }): Promise<void> {
    of = what;
    if (panel) panel.reveal(undefined, true);
    else {
      const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      panel = window.createWebviewPanel('chidao.timeline', l10n.t('Timeline'), place, {
        enableScripts: true,
        localResourceRoots: [],
      });
      panel.onDidDispose(() => {
        panel = undefined;
        drawn = '';
      });
      panel.webview.onDidReceiveMessage((message: unknown) => {
        const [document, offset] = Array.isArray(message) ? message : [];
        const uri = documents[Number(document)];
        if (uri && typeof offset === 'number') void commands.executeCommand('chidao.goTo', uri, offset, offset);
      });
    }
    await draw();
  }

  async function draw(): Promise<void> {
    if (!panel || !of) return;
    const timeline = await client.sendRequest<TimelineResult | null>(TIMELINE, of);
    documents = timeline?.documents ?? [];
    // Drawn again it would lose its place.
    const content = JSON.stringify(timeline);
    if (!panel || content === drawn) return;
    drawn = content;
    panel.webview.html = page(timeline);
  }
}

/** No script but our own, by a number used once; nothing from anywhere else. */
function page(timeline: TimelineResult | null): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  const undated = timeline && timeline.undated > 0 ? l10n.t('{0} tasks have no day.', timeline.undated) : '';
  const body = timeline
    ? `<h1>${plain(timeline.title)}</h1>${timeline.svg}<p>${undated}</p>`
    : `<p>${l10n.t('No phase or deadline has a day yet.')}</p>`;
  return `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<style nonce="${nonce}">
body { font-family: var(--vscode-font-family); color: var(--vscode-foreground); padding: 0 12px; }
h1 { font-size: 1.2em; font-weight: 600; }
svg { width: 100%; min-width: 640px; max-width: 1400px; }
text { fill: var(--vscode-foreground); font-size: 12px; }
.month { fill: var(--vscode-descriptionForeground); font-size: 11px; }
.grid { stroke: var(--vscode-editorIndentGuide-background1, var(--vscode-panel-border)); }
.phase { fill: var(--vscode-charts-blue); opacity: .45; stroke: var(--vscode-contrastBorder, transparent); }
.stretch { fill: var(--vscode-charts-green); opacity: .6; }
.due { fill: var(--vscode-charts-green); stroke: var(--vscode-contrastBorder, transparent); }
.late { fill: var(--vscode-charts-red); stroke: var(--vscode-contrastBorder, transparent); }
.row { fill: transparent; }
.issued line { stroke: var(--vscode-charts-orange); stroke-dasharray: 4 3; stroke-width: 1.5; }
a:hover .row, a:focus .row { fill: var(--vscode-list-hoverBackground); }
a:focus { outline: none; }
a:focus .row { stroke: var(--vscode-focusBorder); }
</style></head><body>${body}
<script nonce="${nonce}">
const editor = acquireVsCodeApi();
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-offset]');
  if (!link) return;
  event.preventDefault();
  editor.postMessage([Number(link.dataset.document), Number(link.dataset.offset)]);
});
</script></body></html>`;
}

function plain(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
