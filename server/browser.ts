import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { bundledRegistry } from '../registry/bundled.ts';
import { LOOK, type Look, READ } from './messages.ts';
import { startServer } from './server.ts';
import { today } from './today.ts';

/** This worker. The types of browsers are not loaded, so that nothing else can lean on them. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

startServer(connection, {
  today,
  registry: bundledRegistry,
  files: {
    // A client that does not know the request has no files to show.
    look: (uri) => connection.sendRequest<Look>(LOOK, { uri }).catch(() => ({ kind: 'missing' })),
    read: (uri) => connection.sendRequest<Uint8Array>(READ, { uri }),
  },
  locale: 'vi',
});
