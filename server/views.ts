import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Change } from '../core/change.ts';
import { check } from '../core/check.ts';
import { type Draft, moveOn, readDraft } from '../core/draft.ts';
import { indexNeighbours, type NeighbourIndex } from '../core/neighbours.ts';
import type { Project } from '../core/project.ts';
import { isDirective } from '../core/recognise.ts';
import type { Finding, Locale, Rule } from '../core/rule.ts';
import { summaryOf } from '../core/summary.ts';
import type { Workspace } from '../registry/workspace.ts';
import { sameDiagnostics, toDiagnostics, toPosition } from './convert.ts';

/** A document as it was last read: what every feature answers from. Others see its path and draft. */
export interface View {
  /** The URI. */
  readonly path: string;
  readonly document: TextDocument;
  readonly draft: Draft;
  /** Other Markdown is read too, so that it is known when it becomes a directive, but has no findings. */
  readonly directive: boolean;
  /** Without the neighbours: a view that held them would hold all that ever were. */
  readonly alone: Omit<Project, 'neighbours'>;
  /** Missing while what its folder decides is not known: findings may be wrong, so none are shown. */
  readonly root?: string;
  readonly findings: readonly Finding[];
}

export interface Views {
  /** Undefined for a document that is not known or no directive. */
  directive(uri: string): View | undefined;
  /** All directives, those whose files alone are known too. */
  directives(): View[];
  /** Reads and checks a document that changed, and checks anew what the others say of it. */
  update(document: TextDocument): void;
  /** Reads a document that is not open, to be checked when its neighbours are known; false, and gone, if no directive. */
  put(document: TextDocument): boolean;
  /** Checks again what is known. */
  check(uri: string): void;
  close(uri: string): void;
  /** What a check of the view takes into account now. */
  project(view: View): Project;
  /** Sends all findings again. */
  publish(): void;
}

/** Whom the views are shown to. */
export interface Audience {
  locale(): Locale;
  pageOf(rule: string): string | undefined;
  /** Does it ask which version of a document findings are of? Then it is sent those of every version. */
  asksVersions(): boolean;
  send(uri: string, diagnostics: Diagnostic[], version?: number): void;
  /** Told each time an open document was read. */
  told(view: View): void;
}

/** Keeps a view of each document, open or known from its file (unopened.ts); sends its findings when they are others. */
export function keepViews(
  bare: Omit<Project, 'today'>,
  today: () => Project['today'],
  rules: readonly Rule[],
  workspaceOf: (uri: string) => Workspace | undefined,
  audience: Audience,
  isNamed: (uri: string) => boolean,
  /** What changed in a document since it was read last, where that is known. */
  changeOf: (document: TextDocument) => Change | undefined,
  /** Views that can wait are checked again when there is time. */
  waiting: { has(uri: string): boolean; add(uri: string): void },
): Views {
  const views = new Map<string, View>();
  const sent = new Map<string, readonly Diagnostic[]>();
  const indexes = new Map<string, NeighbourIndex>();
  const lookAcross = rules.some(({ acrossDocuments }) => acrossDocuments);

  return {
    directive(uri) {
      const view = views.get(uri);
      return view?.directive ? view : undefined;
    },
    directives: () => [...views.values()].filter((view) => view.directive && view.root !== undefined),
    update(document) {
      const { uri } = document;
      const previous = views.get(uri);
      try {
        const view = checked(read(document, previous));
        views.set(uri, view);
        const asksAnew = previous?.document !== document || audience.asksVersions();
        if (view.directive) show(view, (diagnostics) => asksAnew || isWrittenIn(view, diagnostics));
        audience.told(view);
      } catch (error) {
        views.delete(uri);
        throw error;
      } finally {
        if (previous?.directive && !views.get(uri)?.directive) clear(uri);
        checkOthers(uri, [previous?.root, views.get(uri)?.root]);
      }
    },
    put(document) {
      const { uri } = document;
      const previous = views.get(uri);
      const view = read(document, previous);
      if (view.directive) {
        views.set(uri, { ...view, findings: previous?.findings ?? [] });
        checkOthers(uri, [previous?.root, view.root], true);
      } else close(uri);
      return view.directive;
    },
    check(uri) {
      const view = views.get(uri);
      if (view?.directive) again(view);
    },
    close,
    project,
    publish() {
      for (const view of views.values()) if (view.directive) show(view, () => true);
    },
  };

  /** A view that was read before is used up: its draft becomes the next one. */
  function read(document: TextDocument, previous?: View): View {
    const { uri: path } = document;
    const workspace = workspaceOf(path);
    const { registry, settings } = workspace ?? bare;
    const text = document.getText();
    const change = changeOf(document);
    const known = previous?.draft.registry === registry ? previous.draft : undefined;
    const draft = known ? moveOn(known, text, change) : readDraft(text, registry);
    const href = URL.canParse(path) ? new URL(path).href : path;
    const isDraft = workspace?.covers(href) ?? true;
    const directive = isDraft && (isDirective(draft) || isNamed(path) || workspace?.names(href) === true);
    const alone = { registry, today: today(), ...(settings && { settings }) };
    return { path, document, draft, directive, alone, findings: [], ...(workspace && { root: workspace.root }) };
  }

  function checked(view: View): View {
    return view.directive ? { ...view, findings: check(view.draft, project(view), rules) } : view;
  }

  function project({ path, alone, root }: View): Project {
    if (root === undefined) return alone;
    const there = [...views.values()].filter((view) => view.directive && view.root === root);
    if (!there.some((view) => view.path !== path)) return alone;
    return { ...alone, neighbours: (summary) => indexOf(root, there, path).around(path, summary) };
  }

  /** The directives of a root; those that changed are taken in when a rule asks. What the asking one says is not asked for. */
  function indexOf(root: string, there: readonly View[], asking: string): NeighbourIndex {
    const index = indexes.get(root) ?? indexNeighbours();
    indexes.set(root, index);
    index.keep(new Set(there.map(({ path }) => path)));
    for (const { path, draft } of there) if (path !== asking) index.put(path, summaryOf(draft));
    return index;
  }

  function close(uri: string): void {
    const view = views.get(uri);
    views.delete(uri);
    if (!view?.directive) return;
    clear(uri);
    checkOthers(uri, [view.root]);
  }

  /** Only rules that look across documents run again (check.ts), so that a keystroke stays cheap. */
  function checkOthers(uri: string, roots: readonly (string | undefined)[], wait = false): void {
    if (!lookAcross) return;
    for (const other of [...views.values()]) {
      if (other.path === uri || !other.directive || other.root === undefined || !roots.includes(other.root)) continue;
      if (wait || waiting.has(other.path)) waiting.add(other.path);
      else again(other);
    }
  }

  function again(view: View): void {
    const next = checked(view);
    views.set(view.path, next);
    show(next, () => false);
  }

  /**
   * Sends what is found where it is not what was sent last, or `anyway`: most keys change no finding, and writing many
   * out, reading and drawing them takes longer than finding them.
   */
  function show(view: View, anyway: (diagnostics: readonly Diagnostic[]) => boolean): void {
    if (view.root === undefined) return;
    const diagnostics = toDiagnostics(view, audience.locale(), audience.pageOf);
    const before = sent.get(view.path);
    if (before && sameDiagnostics(before, diagnostics) && !anyway(diagnostics)) return;
    sent.set(view.path, diagnostics);
    audience.send(view.path, diagnostics, view.document.version);
  }

  function clear(uri: string): void {
    if (sent.delete(uri)) audience.send(uri, []);
  }
}

/** Was something written in a line of one of them? Editors move what they show along, and not always as it moves here. */
function isWrittenIn({ draft }: View, diagnostics: readonly Diagnostic[]): boolean {
  const change = draft.since?.carried.change;
  if (!change) return true;
  const first = toPosition(draft, change.start).line;
  const last = toPosition(draft, change.newEnd).line;
  return diagnostics.some(({ range: { start, end } }) => start.line <= last && first <= end.line);
}
