import { mocha, report } from './mocha.ts';
import './activation.ts';
import './findings.ts';
import './fixes.ts';
import './outline.ts';
import './settings.ts';
import './agencies.ts';
import './snippets.ts';
import './drafting.ts';
import './check-task.ts';
import './renumber.ts';
import './whole.ts';
import './restart.ts';

/** Called by the editor; rejects when a test fails. */
export function run(): Promise<void> {
  return new Promise((done, fail) => {
    report(mocha.run((failures) => (failures > 0 ? fail(new Error(`${failures} tests failed`)) : done())));
  });
}
