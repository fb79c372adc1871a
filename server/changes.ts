import type { TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Change, joinChanges } from '../core/change.ts';

/** What changed in documents since they were asked about last: editors say it, so it need not be looked for. */
export interface Changes {
  readonly configuration: TextDocumentsConfiguration<TextDocument>;
  /** Offsets; undefined where that is not known: the document is new, or was sent whole. */
  take(document: TextDocument): Change | undefined;
}

export function keepChanges(): Changes {
  const known = new WeakMap<TextDocument, Change | 'nothing' | 'all'>();
  return {
    configuration: {
      create(uri, languageId, version, text) {
        const document = TextDocument.create(uri, languageId, version, text);
        known.set(document, 'all');
        return document;
      },
      update(document, changes, version) {
        for (const each of changes) {
          const before = known.get(document) ?? 'all';
          const change = changeIn(document, each);
          if (before === 'all' || !change) known.set(document, 'all');
          else known.set(document, before === 'nothing' ? change : joinChanges(before, change));
          TextDocument.update(document, [each], version);
        }
        return document;
      },
    },
    take(document) {
      const change = known.get(document);
      if (!change) return undefined;
      known.set(document, 'nothing');
      if (change === 'all') return undefined;
      const { length } = document.getText();
      return change === 'nothing' ? { start: length, oldEnd: length, newEnd: length } : change;
    },
  };
}

function changeIn(document: TextDocument, change: TextDocumentContentChangeEvent): Change | undefined {
  if (!('range' in change)) return undefined;
  const [from, to] = [document.offsetAt(change.range.start), document.offsetAt(change.range.end)];
  const start = Math.min(from, to);
  return { start, oldEnd: Math.max(from, to), newEnd: start + change.text.length };
}
