import { type Job, Logger, run, type TaskList } from 'graphile-worker';
import { env } from '#lib/env';
import { crontab, type JobName, type JobPayload, jobs, workerSchema } from '#lib/jobs/catalogue';
import { clean } from '#lib/jobs/tasks/clean';
import { deliverSharings } from '#lib/jobs/tasks/deliver-sharings';
import { giveDueThanks } from '#lib/jobs/tasks/give-thanks';
import { revealSurprises } from '#lib/jobs/tasks/reveal-surprises';
import { rewrapVaultKeys } from '#lib/jobs/tasks/rewrap-vault-keys';
import { sendMailLink } from '#lib/jobs/tasks/send-mail-link';
import { describeError, log } from '#lib/log';

const tasks: { [Name in JobName]: (payload: JobPayload<Name>) => Promise<void> } = {
  'send-mail-link': sendMailLink,
  clean,
  'rewrap-vault-keys': rewrapVaultKeys,
  'reveal-surprises': revealSurprises,
  'deliver-sharings': deliverSharings,
  'give-thanks': giveDueThanks,
};

/** After the worker broke, usually because Postgres went away, it is started anew. */
const restartPause = 5_000;

/** Failed attempts of a job that are nothing to worry about: a mail server that is away for minutes. */
const calmAttempts = 3;

/** Runs a task on a checked payload. What it throws is kept in the job's row, so only the kind of error goes on. */
async function perform<Name extends JobName>(name: Name, payload: unknown, job: Job): Promise<void> {
  const begun = performance.now();
  try {
    await tasks[name](jobs[name].parse(payload) as JobPayload<Name>);
  } catch (error) {
    const described = describeError(error);
    const { stack: _, ...brief } = described;
    if (job.attempts <= calmAttempts && job.attempts < job.max_attempts)
      log.info({ job: name, attempt: job.attempts, error: brief }, 'job failed, it is tried again');
    else log.warn({ job: name, attempt: job.attempts, error: described }, 'job failed');
    throw new Error(described.code ?? described.kind);
  }
  log.debug({ job: name, ms: Math.round(performance.now() - begun) }, 'job');
}

export const taskList: TaskList = Object.fromEntries(
  (Object.keys(jobs) as JobName[]).map((name) => [name, (payload, { job }) => perform(name, payload, job)]),
);

// Its own words about a job are told by `perform`; the rest only when something is wrong.
const logger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') log.warn({ worker: message.slice(0, 200) }, 'worker');
});

/** That a job is done, or failed, is stored before the worker has stopped; by itself it does not wait for that. */
export const preset = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

async function start() {
  const runner = await run({
    preset,
    connectionString: env.SYSTEM_DATABASE_URL,
    schema: workerSchema,
    maxPoolSize: 4,
    concurrency: 2,
    pollInterval: 10_000,
    noHandleSignals: true,
    taskList,
    crontab,
    logger,
  });
  // Master keys change by a restart, and times come while nothing runs. The key makes it one job, however many start.
  for (const name of ['rewrap-vault-keys', 'reveal-surprises', 'deliver-sharings', 'give-thanks'] satisfies JobName[])
    await runner.addJob(name, {}, { jobKey: name, maxAttempts: 3 });
  return runner;
}

/**
 * Starts doing the jobs of lib/jobs/catalogue.ts, in this process. `stop` lets those under way finish.
 * @throws when Postgres cannot be reached at the start; afterwards it waits for Postgres to come back
 */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;
  let runner = await start();

  const watch = () => {
    runner.promise.then(again, again);
  };
  const again = () => {
    if (isStopping) return;
    timer = setTimeout(async () => {
      try {
        runner = await start();
        if (isStopping) await runner.stop();
        else watch();
      } catch (error) {
        log.warn({ error: describeError(error) }, 'worker cannot start');
        again();
      }
    }, restartPause);
  };
  watch();

  return {
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      await runner.stop().catch(() => undefined);
    },
  };
}
