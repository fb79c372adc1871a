import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  WatchKind,
} from 'vscode-languageserver';

/** Asks the client, where it can be asked, to tell of changed settings and, with `files`, of changed agencies and drafts. */
export async function subscribe(connection: Connection, client: ClientCapabilities, files: boolean): Promise<void> {
  const { didChangeConfiguration, didChangeWatchedFiles } = client.workspace ?? {};
  if (didChangeConfiguration?.dynamicRegistration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'chidao' });
  }
  if (files && didChangeWatchedFiles?.dynamicRegistration) {
    // Settings may name files of any name. The folder too: who removes or renames it is not told of the files in it.
    // Likewise of drafts: of other names only what comes and goes is told.
    const watchers = [
      ...['**/*.{yaml,yml}', '**/.chidao', '**/*.{md,markdown}'].map((globPattern) => ({ globPattern })),
      { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
    ];
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
}
