import Mocha from 'mocha';

/** In every host the build for browsers (scripts/build.mjs): an older desktop editor cannot load the other one. */
export const mocha = new Mocha({ ui: 'bdd', timeout: 120_000, reporter: Mocha.reporters.Base });

// Gives the files that are imported after this one `describe` and `it`.
mocha.suite.emit('pre-require', globalThis, 'tests', mocha);

/** Says each test on the console of the extension host, the one thing that every host and every runner passes on. */
export function report(runner: Mocha.Runner): void {
  runner.on('pass', (test) => say('✔', test));
  runner.on('fail', (test, error) => say('✘', test, `\n${error.stack ?? error.message}`));

  function say(sign: string, test: Mocha.Test, more = ''): void {
    console.log(`test: ${sign} ${test.fullTitle()} (${test.duration ?? 0} ms)${more}`);
  }
}
