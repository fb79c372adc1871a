import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import type { Agency } from '../../core/registry.ts';
import type { Finding, Locale } from '../../core/rule.ts';
import { suppress } from '../../core/suppressions.ts';
import { foldName } from '../../core/text.ts';
import { toDiagnostic } from '../convert.ts';
import type { View } from '../views.ts';
import { toWorkspaceEdit } from './fixes.ts';

/**
 * What can be done with a finding other than correcting it: set it aside here with a reason, and take a name that no
 * registry has into the registry of the workspace. `asks`: the client is the extension, whose commands ask for what is
 * missing; other clients get the comment with a reason to fill in.
 */
export function aside(
  view: View,
  { range, context }: CodeActionParams,
  locale: Locale,
  versioned: boolean,
  asks: boolean,
): CodeAction[] {
  const wanted = context.only?.some((kind) => kind === '' || kind === CodeActionKind.QuickFix) ?? true;
  if (!wanted) return [];
  const start = view.document.offsetAt(range.start);
  const end = view.document.offsetAt(range.end);
  const here = view.findings.filter((finding) => finding.start <= end && start <= finding.end);
  return here.flatMap((finding, i) => [
    ...(asks ? names(view, finding, locale) : []),
    ...(here.findIndex(({ rule }) => rule === finding.rule) === i
      ? [setAside(view, finding, locale, versioned, asks)]
      : []),
  ]);
}

function setAside(view: View, finding: Finding, locale: Locale, versioned: boolean, asks: boolean): CodeAction {
  const { rule, fingerprint } = finding;
  const title = locale === 'vi' ? `Bỏ qua ${rule} ở đây (nêu lý do)` : `Suppress ${rule} here (with a reason)`;
  const action = { title, kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(view, finding, locale)] };
  if (asks) return { ...action, command: { title, command: 'chidao.suppress', arguments: [view.path, fingerprint] } };
  return { ...action, edit: toWorkspaceEdit(view, [suppress(view.draft, finding)], versioned) };
}

const UNKNOWN = /^owner\/(?:unknown|misspelt)$/;

function names(view: View, finding: Finding, locale: Locale): CodeAction[] {
  if (!UNKNOWN.test(finding.rule)) return [];
  const name = view.draft.text.slice(finding.start, finding.end).normalize('NFC').replace(/\s+/g, ' ');
  const make = (title: string, ...id: string[]): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(view, finding, locale)],
    command: { title, command: 'chidao.addAgency', arguments: [view.path, name, ...id] },
  });
  const near = (finding.fixes ?? []).flatMap(({ edits }) => agencyNamed(view, edits[0]?.text ?? '') ?? []);
  const add = locale === 'vi' ? `Thêm "${name}" vào danh mục cơ quan` : `Add "${name}" to the agencies`;
  return [
    ...near.map((agency) =>
      make(
        locale === 'vi'
          ? `Thêm "${name}" làm tên khác của ${agency.name}`
          : `Add "${name}" as another name of ${agency.name}`,
        agency.id,
      ),
    ),
    make(add),
  ];
}

function agencyNamed({ draft }: View, name: string): Agency | undefined {
  const folded = foldName(name);
  return folded === ''
    ? undefined
    : [...draft.registry.agencies.values()].find((agency) => foldName(agency.name) === folded);
}
