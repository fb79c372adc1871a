import type { Report } from '../../core/report.ts';
import type { World } from '../world.ts';

/**
 * The reports with paths as pipelines know files: from the current folder, with "/" between names; a file elsewhere by
 * its whole path. The letters of a name stay as they are, composed or not, for the file is found by them.
 */
export function placeReports(reports: readonly Report[], { resolve }: Pick<World, 'resolve'>): Report[] {
  const here = slashed(resolve('.')).replace(/\/?$/, '/');
  const onWindows = !here.startsWith('/') || here.startsWith('//');
  const place = (path: string) => {
    const whole = onWindows ? slashed(resolve(path)) : resolve(path);
    return whole.startsWith(here) ? whole.slice(here.length) : whole;
  };
  const placeRelated = <T extends Report['findings'][number]>(finding: T): T => ({
    ...finding,
    related: finding.related.map((other) => (other.path === undefined ? other : { ...other, path: place(other.path) })),
  });
  return reports.map((report) => ({
    ...report,
    path: place(report.path),
    findings: report.findings.map(placeRelated),
    setAside: report.setAside.map(placeRelated),
  }));
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}

/** A placed path as a URI: relative, or a file's own where the path is whole. */
export function toUri(path: string): string {
  const encoded = path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  if (path.startsWith('//')) return `file:${encoded}`;
  if (path.startsWith('/')) return `file://${encoded}`;
  return /^[a-z]:\//i.test(path) ? `file:///${path[0]}:${encoded.slice('c%3A'.length)}` : encoded;
}
