import { matching } from '../registry/workspace.ts';
import { keyOf } from './draft-files.ts';

/**
 * Do settings of the editor name a file a directive (`chidao.directives`)? `patterns` are those of each folder that is
 * open, seen from there; those of '' are for files in none.
 */
export function namedBy(patterns: ReadonlyMap<string, readonly string[]>): (uri: string) => boolean {
  const folders = [...patterns]
    .filter(([folder]) => folder !== '')
    .map(([folder, some]) => ({ base: keyOf(folder).replace(/\/?$/, '/'), fits: matching(some) }))
    .sort((a, b) => b.base.length - a.base.length);
  const elsewhere = matching(patterns.get('') ?? []);
  return (uri) => {
    const key = keyOf(uri);
    const folder = folders.find(({ base }) => key.startsWith(base));
    return folder ? folder.fits(key.slice(folder.base.length)) : elsewhere(key.replace(/^[^:]*:\/*/, ''));
  };
}
