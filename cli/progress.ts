import type { Saying } from '../core/rule.ts';
import type { Page } from './terminal.ts';
import type { World } from './world.ts';

/** Fewer are done before anybody looks. */
const FEWEST = 20;
/** Goes to the start of the line and clears it. */
const CLEAR = '\r\u001b[2K';

/** Tells on the terminal how much is done, in one line that is gone at the end. Logs of CI and files are left alone. */
export function openProgress(
  { isErrorTerminal, environment, warn }: World,
  { locale }: Page,
  all: number,
  saying: (done: number, all: number) => Saying,
): { step(): void; end(): void } {
  const isShown = isErrorTerminal && !environment.CI && environment.TERM !== 'dumb' && all >= FEWEST;
  let done = 0;
  const show = () => {
    if (isShown) warn(`${CLEAR}${saying(done, all)[locale]}`);
  };
  show();
  return {
    step() {
      done++;
      if (Math.floor((100 * done) / all) > Math.floor((100 * (done - 1)) / all)) show();
    },
    end() {
      if (isShown) warn(CLEAR);
    },
  };
}
