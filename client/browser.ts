import { type ExtensionContext, FileSystemError, FileType, Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { LIST_FOLDER, type Listed, LOOK_AT_FILE, type Look, READ_FILE } from '../protocol/messages.ts';
import { start } from './extension.ts';

export { deactivate } from './extension.ts';

/** The types of browsers are not loaded, so that nothing else can lean on them. */
interface Worker {
  terminate(): void;
}
declare const Worker: new (url: string) => Worker;

export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist/browser/server.js').toString(true);
  let worker: Worker | undefined;
  return start(context, (options) => {
    const client = new LanguageClient('chidao', 'Chỉ Đạo', connect, options);
    // The server runs where there are no files: the editor sees them for it. Between workers messages are cloned and
    // not written as JSON, so bytes stay bytes.
    client.onRequest(LOOK_AT_FILE, ({ uri }: { uri: string }) => look(Uri.parse(uri)));
    client.onRequest(LIST_FOLDER, ({ uri }: { uri: string }) => list(Uri.parse(uri)));
    client.onRequest(READ_FILE, ({ uri }: { uri: string }) => workspace.fs.readFile(Uri.parse(uri)));
    return client;
  });

  /** A new worker each time the server is started. Not the worker itself: editors wrap it, and it is not known as one. */
  async function connect(): Promise<MessageTransports> {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  }
}

async function look(uri: Uri): Promise<Look> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    return type & FileType.Directory ? { kind: 'folder' } : { kind: 'file', size };
  } catch (error) {
    const denied = error instanceof FileSystemError && error.code === 'NoPermissions';
    return { kind: denied ? 'unreadable' : 'missing' };
  }
}

async function list(uri: Uri): Promise<Listed[]> {
  const entries = await workspace.fs.readDirectory(uri).then(
    (found) => found,
    () => [],
  );
  return entries.map(([name, type]) => ({
    name,
    kind: type & FileType.SymbolicLink ? 'link' : type & FileType.Directory ? 'folder' : 'file',
  }));
}
