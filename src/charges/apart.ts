import type { Line } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import { type AskedAbsence, utilityAbsences } from './absence-found';
import { type AbsenceLine, absenceLines } from './absence-lines';
import { type CorrectionLine, correctionLines } from './correction-lines';
import type { AccountRow } from './holders';
import { type ApartLine, apartOf } from './housing-apart';
import { withVat } from './line-vat';
import type { PricedMonth } from './prices';
import { HouseQuality } from './quality-found';
import { type QualityLine, qualityLines } from './quality-lines';

/** A line that no column holds, with what it came from: what absence and poor quality take off, works, prepaid services, corrections by hand. */
type FoundApart = AbsenceLine | QualityLine | ApartLine | CorrectionLine;

/** Lines of a house in a month that no column holds, row by row. */
export class ApartLines {
  private readonly absences: ReturnType<typeof utilityAbsences>;
  private readonly quality: HouseQuality;
  private readonly some: boolean;

  /** @param rows whose lines are asked for, those of one flat together */
  constructor(
    private readonly facts: HouseFacts,
    private readonly context: PricedMonth,
    private readonly rows: readonly AccountRow[],
  ) {
    const { works, prepaid, defects } = facts.housing;
    this.absences = utilityAbsences(facts, context, rows);
    this.quality = new HouseQuality(facts, context);
    this.some = facts.corrections.length + works.length + prepaid.length + defects.length + this.absences.size > 0 || this.quality.some;
  }

  /** In the order of the bill. @param own the lines of the row in the columns */
  of(row: AccountRow, own: () => readonly Line[]): readonly FoundApart[] {
    const away = this.absences.get(row.row);
    const absence = away === undefined ? [] : absenceLines(this.context, away, own());
    const quality = this.quality.some
      ? qualityLines(this.facts, this.context, this.quality, row, [...own(), ...absence.map(({ line }) => line)])
      : [];
    return [...absence, ...quality, ...apartOf(this.facts, this.context, row, own), ...correctionLines(this.facts, this.context, row)];
  }

  /** Absences of a row that services were asked about. */
  askedOf(row: AccountRow): readonly AskedAbsence[] {
    return this.absences.get(row.row)?.asked ?? [];
  }

  /** Lines of all rows, VAT on top behind each; `null` where the house has none. */
  lines(own: (row: number) => readonly Line[]): ReadonlyMap<number, readonly Line[]> | null {
    if (!this.some) return null;
    const found = new Map<number, readonly Line[]>();
    for (const row of this.rows) {
      const apart = this.of(row, () => own(row.row));
      if (apart.length > 0)
        found.set(
          row.row,
          apart.flatMap(({ line }) => withVat([line])),
        );
    }
    return found;
  }
}
