import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { LIST_FOLDER, type Listed, LOOK_AT_FILE, type Look, READ_FILE } from '../protocol/messages.ts';
import { bundledRegistry, registryDate } from '../registry/bundled.ts';
import { startServer } from './server.ts';
import { today } from './today.ts';

/** This worker. The types of browsers are not loaded, so that nothing else can lean on them. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

startServer(connection, {
  today,
  registry: bundledRegistry,
  registryDate,
  files: {
    // A client that does not know the request has no files to show.
    look: (uri) => connection.sendRequest<Look>(LOOK_AT_FILE, { uri }).catch(() => ({ kind: 'missing' })),
    list: (uri) => connection.sendRequest<readonly Listed[]>(LIST_FOLDER, { uri }).catch(() => []),
    read: (uri) => connection.sendRequest<Uint8Array>(READ_FILE, { uri }),
  },
  locale: 'vi',
});
