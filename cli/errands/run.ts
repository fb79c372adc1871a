import type { Rule, Saying } from '../../core/rule.ts';
import { bundledRegistry } from '../../registry/bundled.ts';
import type { Page } from '../terminal.ts';
import { readAround } from '../workspaces.ts';
import type { World } from '../world.ts';
import type { Errand } from './arguments.ts';
import { checkAgencyFiles } from './check-agencies.ts';
import { complete, formatCandidates } from './complete.ts';
import { doctor } from './doctor.ts';
import { findAgencies } from './find.ts';
import { init } from './init.ts';
import { completionScript } from './shells.ts';

/** Runs an errand; gives the exit code. */
export async function runErrand(
  world: World,
  loadRules: () => Promise<readonly Rule[]>,
  errand: Errand,
  page: Page,
): Promise<number> {
  switch (errand.name) {
    case 'completion':
      world.write(completionScript(errand.shell, page.locale));
      return 0;
    case 'complete': {
      const candidates = await complete(errand.menu, errand.words, {
        rules: async () => namesOfRules(await loadRules(), page),
        agencies: async () => [...bundledRegistry.agencies.values()].map(({ id, name }) => ({ word: id, about: name })),
      });
      world.write(formatCandidates(candidates));
      return 0;
    }
    case 'init':
      return end(await init(world, await loadRules(), errand.folder, errand.file, page));
    case 'find': {
      const around = readAround(world, await loadRules(), errand.config, bundledRegistry);
      const { registry } = await around.of('x');
      const code = findAgencies(world, registry, errand.words, errand.at ?? world.today, errand.form, page);
      return Math.max(code, end(...around.faults()));
    }
    case 'check agencies': {
      const { code, faults } = await checkAgencyFiles(world, await loadRules(), errand.file, errand.form, page);
      return Math.max(code, end(...faults));
    }
    case 'doctor':
      return await doctor(world, await loadRules(), errand, page);
  }

  function end(...sayings: readonly (Saying | undefined)[]): number {
    const faults = sayings.filter((saying) => saying !== undefined);
    for (const fault of faults) world.warn(`${fault[page.locale]}\n`);
    return faults.length > 0 ? 2 : 0;
  }
}

function namesOfRules(rules: readonly Rule[], { locale }: Page) {
  const categories = [...new Set(rules.map(({ id }) => id.slice(0, id.indexOf('/'))))];
  return [
    ...rules.map(({ id, summary }) => ({ word: id, about: summary[locale] })),
    ...categories.map((word) => ({ word, about: `${word}/*` })),
  ];
}
