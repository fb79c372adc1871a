import pc from 'picocolors';
import type { Rule, Saying } from '../core/rule.ts';
import { nearestRule } from '../core/rule-names.ts';
import { type Request, readArguments, readLocale } from './arguments.ts';
import { explainRule, listRules } from './formats/explain.ts';
import { faults } from './messages.ts';
import type { Page } from './terminal.ts';
import { readWidth, wantsColour } from './terminal.ts';
import type { World } from './world.ts';

/**
 * Runs one command. Gives the exit code: 0 nothing found at or above --fail-on, 1 findings, 2 a wrong command or
 * something that could not be read or used; what went wrong is said on standard error in one sentence each. Never throws.
 */
export async function main(world: World, rules?: readonly Rule[]): Promise<number> {
  try {
    const { request, locale, colour, wrap } = readArguments(world);
    const colours = pc.createColors(wantsColour(world, colour));
    return await answer(world, rules, request, {
      locale,
      colours,
      width: readWidth(world),
      wraps: wrap && world.isTerminal,
    });
  } catch (error) {
    world.warn(`${faults.unexpected(error)[readLocale(world.argv)]}\n`);
    return 2;
  }
}

async function answer(world: World, given: readonly Rule[] | undefined, request: Request, page: Page): Promise<number> {
  const fail = (fault: Saying) => {
    world.warn(`${fault[page.locale]}\n`);
    return 2;
  };
  // Help, version and faults of the command line need neither rules nor registry, which take most of the start.
  const loadRules = async () => given ?? (await import('../core/rules/index.ts')).rules;
  switch (request.command) {
    case 'wrong':
      return fail(request.fault);
    case 'answered':
      return request.code;
    case 'lsp':
      await world.startServer();
      return 0;
    case 'errand': {
      const { runErrand } = await import('./errands/run.ts');
      return await runErrand(world, loadRules, request.errand, page);
    }
    case 'explain': {
      const rules = await loadRules();
      if (request.rule === undefined) {
        world.write(listRules(rules, page));
        return 0;
      }
      const rule = rules.find(({ id }) => id === request.rule);
      if (!rule) return fail(faults.unknownRule(request.rule, nearestRule(request.rule, rules)));
      world.write(explainRule(rule, page));
      return 0;
    }
    case 'diff': {
      const { diff } = await import('./diff/diff.ts');
      return await diff(world, await loadRules(), request, page);
    }
    case 'merge': {
      const { mergeShards } = await import('./merge.ts');
      return await mergeShards(world, given, request, page);
    }
    default: {
      const { read } = await import('./read.ts');
      return await read(world, given, request, page);
    }
  }
}
