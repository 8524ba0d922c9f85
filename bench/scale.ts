/**
 * The month of 50 million accounts on paper: worker processes that take houses as fast as a worker was measured to, and one database that writes
 * their bytes, limited by its log. Deterministic; the measured numbers are those of `docs/scale.md`.
 */

/** What was measured, for an account. */
export interface Measured {
  /** Seconds of one worker process, computing and waiting for its own statements. */
  readonly workerSeconds: number;
  /** Seconds of a core of the database. */
  readonly databaseSeconds: number;
  /** Bytes of tables and indexes that a month adds, closed; the log takes as many. */
  readonly monthBytes: number;
}

/** Measured on 2026-12-01; `docs/scale.md` says how. */
export const MEASURED: Measured = { workerSeconds: 0.00129, databaseSeconds: 0.00069, monthBytes: 5300 };

/** Where the month is billed. */
export interface Site {
  readonly name: string;
  readonly accounts: number;
  readonly workers: number;
  /** Databases that share the houses. */
  readonly shards: number;
  /** Cores of each database. */
  readonly cores: number;
  /** Bytes a second that the disk of each database takes for its log and its tables. */
  readonly diskBytes: number;
}

const MILLION = 1_000_000;
const DISK = 200 * MILLION;

/** Sites of 50 million accounts, from one machine to a country; the disk takes 200 MB a second. */
export const SITES: readonly Site[] = [
  { name: 'one machine', accounts: 50 * MILLION, workers: 2, shards: 1, cores: 8, diskBytes: DISK },
  { name: 'one database, few workers', accounts: 50 * MILLION, workers: 16, shards: 1, cores: 16, diskBytes: DISK },
  { name: 'one database, many workers', accounts: 50 * MILLION, workers: 64, shards: 1, cores: 16, diskBytes: DISK },
  { name: 'one large database', accounts: 50 * MILLION, workers: 64, shards: 1, cores: 64, diskBytes: DISK },
  { name: 'ten databases', accounts: 50 * MILLION, workers: 80, shards: 10, cores: 16, diskBytes: DISK },
  { name: 'a database a region', accounts: 50 * MILLION, workers: 340, shards: 85, cores: 8, diskBytes: DISK },
];

export interface Simulated {
  readonly hours: number;
  readonly bottleneck: 'workers' | 'database cores' | 'disk';
}

/** What is written to the log and to the tables for a byte that stays. */
const WRITTEN_TWICE = 2;

/** How long the month takes: as long as its slowest part. */
export const monthOf = (
  { workerSeconds, databaseSeconds, monthBytes }: Measured,
  { accounts, workers, shards, cores, diskBytes }: Site,
): Simulated => {
  const parts = [
    ['workers', (accounts * workerSeconds) / workers],
    ['database cores', (accounts * databaseSeconds) / (shards * cores)],
    ['disk', (accounts * monthBytes * WRITTEN_TWICE) / (shards * diskBytes)],
  ] as const;
  const [bottleneck, seconds] = parts.reduce((slowest, part) => (part[1] > slowest[1] ? part : slowest));
  return { hours: seconds / 3600, bottleneck };
};

/** The table of the simulation. */
export const simulated = (): readonly string[] =>
  SITES.map((site) => {
    const { hours, bottleneck } = monthOf(MEASURED, site);
    return `| ${site.name} | ${site.workers} | ${site.shards} | ${site.cores} | ${hours.toFixed(1)} | ${bottleneck} |`;
  });

if (process.argv[1]?.endsWith('scale.js') === true) console.log(simulated().join('\n'));
