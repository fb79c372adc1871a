/** Requests to a client that sees the files in place of the server; each names a URI as `{uri}`. */
export const LOOK = 'chidao/look';
export const READ = 'chidao/read';

/** What is at a URI; the size in bytes. */
export interface Look {
  readonly kind: 'file' | 'folder' | 'missing' | 'unreadable';
  readonly size?: number;
}
