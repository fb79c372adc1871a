// Makes the extension file, chidao-<version>.vsix: installs without a network, in VS Code and what is built on it.
import { readFileSync, statSync } from 'node:fs';
import { load, stop, tools } from './tools/install.mjs';

const MOST_BYTES = 2_000_000;
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const packagePath = `chidao-${version}.vsix`;

const { createVSIX } = load(tools('packaging'), '@vscode/vsce');
await createVSIX({
  packagePath,
  // All is bundled in dist/.
  dependencies: false,
  // The links of the README stay as they are: the extension names no place on the net.
  rewriteRelativeLinks: false,
  allowMissingRepository: true,
});
const { size } = statSync(packagePath);
if (size > MOST_BYTES) stop(`${packagePath} quá lớn: ${size} byte.`, `too large: ${size} bytes.`);
