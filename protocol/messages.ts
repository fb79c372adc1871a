import type { Arrangement, Branch } from '../core/exports/task-tree.ts';

/** Messages between the extension and the language server beside those of the protocol; offsets count UTF-16 units. */

export type { Arrangement, Branch };

export interface TreeParams {
  readonly uri: string;
  readonly by: Arrangement | 'agency';
  readonly filter?: string;
  readonly mine?: readonly string[];
}

/** Asks for the tasks of a document; null where it is no directive. */
export const TREE = 'chidao/tree';
export type TreeResult = readonly Branch[] | null;

export interface TimelineResult {
  readonly title: string;
  /** SVG with `data-document` and `data-offset` at each link. */
  readonly svg: string;
  readonly undated: number;
  /** The URIs that `data-document` counts. */
  readonly documents: readonly string[];
}

/** Asks for the timeline of a document, without `uri` of all that are known; null where nothing has a day. */
export const TIMELINE = 'chidao/timeline';

/** Asks for the task table. Takes `{uri, format}`, gives text or null. */
export const TABLE = 'chidao/table';
export type TableFormat = 'tabs' | 'csv' | 'markdown';

export interface ReadParams {
  readonly uri: string;
  readonly directive: boolean;
  readonly family: 'state' | 'party' | 'legal' | null;
  readonly tasks: number;
  readonly findings: Readonly<Record<'error' | 'warning' | 'info' | 'hint', number>>;
  /** URI of the settings file that applies. */
  readonly settings: string | null;
  /** Day of the newest fact in the registry, ISO. */
  readonly registry: string | null;
}

/** Told by the server each time it has read a document. */
export const READ = 'chidao/read';

/** Asks for the edit that sets a finding aside. Takes `{uri, fingerprint, reason}`; null where it is no more. */
export const SUPPRESS = 'chidao/suppress';
export interface SuppressResult {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Asks for the text of an agencies file with one name more. Takes `{uri, text, name, id}`; null for a broken file. */
export const ADD_NAME = 'chidao/addName';

/** What is at a URI; the size in bytes. */
export interface Look {
  readonly kind: 'file' | 'folder' | 'missing' | 'unreadable';
  readonly size?: number;
}

/** Ask a client for files where the server sees none, in a browser. Both take `{uri}`; they give Look and the bytes. */
export const LOOK_AT_FILE = 'chidao/lookAtFile';
export const READ_FILE = 'chidao/readFile';

/** Asks for the names in a folder, none where it cannot be read. Takes `{uri}`. */
export const LIST_FOLDER = 'chidao/listFolder';
export interface Listed {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link';
}

/** Command of the server (workspace/executeCommand): checks all directives of the folders that are open. */
export const CHECK_WORKSPACE = 'chidao.checkWorkspace';
export interface WorkspaceResult {
  readonly directives: number;
  /** Among them those with findings. */
  readonly faulty: number;
  readonly findings: number;
}

/** Asks for the edit (WorkspaceEdit) that puts numbers in order, references with them; null where they are. */
export const RENUMBER_EDIT = 'chidao/renumber';
export interface RenumberParams {
  readonly uri: string;
  /** What stands under the unit at a place, or all. */
  readonly extent: 'section' | 'document';
  readonly at: number;
}
