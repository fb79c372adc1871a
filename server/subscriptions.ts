import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver';

/** Asks the client, where it can be asked, to tell of changed settings and, with `files`, of changed agencies. */
export async function subscribe(connection: Connection, client: ClientCapabilities, files: boolean): Promise<void> {
  const { didChangeConfiguration, didChangeWatchedFiles } = client.workspace ?? {};
  if (didChangeConfiguration?.dynamicRegistration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'chidao' });
  }
  if (files && didChangeWatchedFiles?.dynamicRegistration) {
    // Settings may name files of any name. The folder too: who removes or renames it is not told of the files in it.
    const watchers = ['**/*.{yaml,yml}', '**/.chidao'].map((globPattern) => ({ globPattern }));
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
}
