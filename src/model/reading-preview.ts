import type { Month } from '../kernel/calendar';
import type { Kopecks } from '../kernel/money';
import type { Line } from './bill';
import type { ReadingRemark } from './explanation';
import type { ServiceCode } from './services';

/** Bill of an account of the premises with a reading and without it. */
export interface PreviewedBill {
  readonly account: string;
  readonly month: Month;
  /** Lines of the month itself without the reading, and with it. */
  readonly before: readonly Line[];
  readonly after: readonly Line[];
  /** Changes to earlier months that the reading causes. */
  readonly adjustments: readonly Line[];
  /** What the reading adds to the bill, all lines together. */
  readonly difference: Kopecks;
}

/** What a reading would do («что будет, если передать это показание»), told before it is sent. */
export interface ReadingPreview {
  readonly verdict: ReadingRemark['verdict'];
  /** Rule that decides, for all but the accepted. */
  readonly code: string | null;
  readonly remarks: readonly string[];
  readonly service: ServiceCode;
  /** Month that it counts for: a late reading that of the next month. */
  readonly countsFor: Month;
  /** It came after the window: the month in which it came goes without it. */
  readonly lateFor: Month | null;
  /** How the month in which a late reading came is measured without it; empty when it is not late or that month cannot be billed. */
  readonly lateBasis: readonly Line['basis'][];
  /** Volume between the reading and the one before; `null` when it closes no month. */
  readonly volume: string | null;
  /** Bills of the premises for that month. */
  readonly bills: readonly PreviewedBill[];
  /** Accounts of other premises whose bill would change with it. */
  readonly others: number;
}
