/** A thread beside this one: does one job at a time. */
export interface Thread<J, R> {
  /** Rejects if the thread dies of the job. */
  ask(job: J): Promise<R>;
  end(): void;
}

export interface Pool<J, R> {
  /** Has all jobs done, in any order, each by the thread that did one of its `path` before where that is free to choose. */
  run(jobs: readonly J[], done: (job: J, result: R | Error) => void): Promise<void>;
  end(): void;
}

/** Shares jobs out among threads. One that dies takes one job with it: another is started in its place. */
export function startPool<J extends { readonly path: string }, R>(
  count: number,
  start: () => Thread<J, R>,
): Pool<J, R> {
  const threads: (Thread<J, R> | undefined)[] = Array.from({ length: count });
  const doneBy = new Map<string, number>();
  return {
    async run(jobs, done) {
      const waiting = [...jobs];
      await Promise.all(threads.slice(0, jobs.length).map((_, i) => work(i, waiting, done)));
    },
    end() {
      for (const thread of threads.splice(0)) thread?.end();
    },
  };

  async function work(me: number, waiting: J[], done: (job: J, result: R | Error) => void): Promise<void> {
    while (waiting.length > 0) {
      const mine = waiting.findIndex(({ path }) => (doneBy.get(path) ?? me) === me);
      const [job] = waiting.splice(Math.max(0, mine), 1);
      if (!job) return;
      const thread = threads[me] ?? start();
      threads[me] = thread;
      doneBy.set(job.path, me);
      try {
        done(job, await thread.ask(job));
      } catch (error) {
        threads[me] = undefined;
        thread.end();
        done(job, error instanceof Error ? error : new Error(String(error)));
      }
    }
  }
}
