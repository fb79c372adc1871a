import { type Disposable, LanguageStatusSeverity, l10n, languages, Uri, workspace } from 'vscode';
import type { ReadParams } from '../protocol/messages.ts';

const FORMS: Record<string, () => string> = {
  state: () => l10n.t('State form'),
  party: () => l10n.t('Party form'),
  legal: () => l10n.t('Form of normative documents'),
};

/** What the server made of the directive in the editor, in the language status of the status bar. */
export function showStatus(): { read: (params: ReadParams) => void; parts: Disposable[] } {
  const items = new Map<string, Disposable>();
  return { read, parts: [{ dispose: clear }] };

  function clear(): void {
    for (const item of items.values()) item.dispose();
    items.clear();
  }

  function read({ uri, directive, family, tasks, findings, settings, registry }: ReadParams): void {
    items.get(uri)?.dispose();
    items.delete(uri);
    if (!directive) return;
    const { scheme, path } = parts(uri);
    const item = languages.createLanguageStatusItem(`chidao ${uri}`, { language: 'markdown', scheme, pattern: path });
    const { error, warning, info, hint } = findings;
    item.name = l10n.t('Directive');
    item.text = l10n.t('{0} errors, {1} warnings, {2} notes', error, warning, info + hint);
    item.detail = [
      FORMS[family ?? '']?.() ?? l10n.t('Form not known'),
      l10n.t('{0} tasks', tasks),
      settings
        ? l10n.t('Settings of {0}', workspace.asRelativePath(Uri.parse(settings)))
        : l10n.t('No settings file (.chidao.yaml)'),
      registry && l10n.t('Registry of {0}', registry.split('-').reverse().join('/')),
    ]
      .filter(Boolean)
      .join(' · ');
    item.severity =
      error > 0
        ? LanguageStatusSeverity.Error
        : warning > 0
          ? LanguageStatusSeverity.Warning
          : LanguageStatusSeverity.Information;
    item.command = { command: 'workbench.actions.view.problems', title: l10n.t('Show') };
    items.set(uri, item);
  }
}

function parts(uri: string): { scheme: string; path: string } {
  const { protocol, pathname } = new URL(uri);
  return { scheme: protocol.slice(0, -1), path: decodeURIComponent(pathname) };
}
