import type { Day } from '../core/language/calendar.ts';
import type { Examined, Job, Setup } from './examine.ts';
import type { Thread } from './pool.ts';

/** What stands at a path. `unreadable` carries the code of the operating system: EACCES, ELOOP, EIO, ... */
export type Entry =
  | { readonly kind: 'file'; readonly size: number }
  | { readonly kind: 'folder' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'broken link' }
  | Unreadable;

export interface Unreadable {
  readonly kind: 'unreadable';
  readonly code: string;
}

/** What a program answered; `code` is not 0 where it failed. */
export interface Ran {
  readonly code: number;
  readonly out: Uint8Array;
  readonly err: string;
}

/** One name in a folder. A link is not followed here: `look` says where it leads. */
interface Listed {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link';
}

/** All that the command line knows of the machine it runs on. No function of it throws for a fault of a path. */
export interface World {
  /** What follows the name of the program. */
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Is standard output a terminal? */
  readonly isTerminal: boolean;
  /** Is standard error one? */
  readonly isErrorTerminal: boolean;
  /** Columns of the terminal; undefined where there is none. */
  readonly width: number | undefined;
  readonly today: Day;
  /** What the program runs on: "v20.11.1", "linux x64". */
  readonly host: { readonly node: string; readonly platform: string };
  /** The same for all ways to write one path. */
  readonly resolve: (path: string) => string;
  /** The way from a folder to a path, with "/" between names; from the current folder for "". */
  readonly relative: (folder: string, path: string) => string;
  readonly look: (path: string) => Promise<Entry>;
  readonly list: (folder: string) => Promise<readonly Listed[] | Unreadable>;
  /** Writes a new file and the folders to it; 'there' where the name is taken already. */
  readonly create: (path: string, text: string) => Promise<Unreadable | 'there' | undefined>;
  /** Files and folders a pattern matches, with "/" between names. */
  readonly glob: (pattern: string) => Promise<readonly string[]>;
  /** At most `limit` bytes of a file. */
  readonly read: (path: string, limit: number) => Promise<Uint8Array | Unreadable>;
  /** At most `limit` bytes of standard input. */
  readonly readInput: (limit: number) => Promise<Uint8Array | Unreadable>;
  /**
   * Puts a text in the place of a file at once and whole, or says why not; a link is followed. With `mayBeNew` there may
   * be no such file yet; its folder has to be there.
   */
  readonly save: (path: string, text: string, mayBeNew?: boolean) => Promise<Unreadable | undefined>;
  /** Runs a program with words as they are, never through a shell. `input` is its standard input. */
  readonly run: (program: string, words: readonly string[], input?: string) => Promise<Ran | Unreadable>;
  /** Puts a file of the program's own in its place, whole, and makes its folder; false where that cannot be. */
  readonly store: (path: string, text: string) => Promise<boolean>;
  /** Removes such a file, if it is there. */
  readonly remove: (path: string) => Promise<void>;
  readonly isUtf8: (bytes: Uint8Array) => boolean;
  /** The same for the same content, for no other. */
  readonly hash: (content: string | Uint8Array) => string;
  /** The same for the same program, for no other version; without it no results are kept. */
  readonly program?: string | undefined;
  /** Processors that there are. */
  readonly cores: number;
  /** Starts a thread that examines documents. */
  readonly startThread?: (setup: Setup) => Thread<Job, Examined>;
  /** Lets what came from outside have its turn, such as Ctrl-C. */
  readonly rest: () => Promise<void>;
  readonly write: (text: string) => void;
  readonly warn: (text: string) => void;
  /** Starts the language server on standard input and output; it ends with them. */
  readonly startServer: () => Promise<void>;
}
