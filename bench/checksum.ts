import type { HouseCharges } from '../src/charges/house-month';
import type { DecimalLine } from './decimal-month';

/** A line as both sides must give it: to the last digit of the volume and to the kopeck. */
const textOf = (
  account: string,
  line: { service: string; component: string; zone: string; kind: string },
  volume: string,
  kopecks: string,
): string => `${account} ${line.service} ${line.component || '-'} ${line.zone || '-'} ${line.kind} ${volume} ${kopecks}`;

/** Lines of a house as text, read through the lazy view. */
export const linesOfCharges = (charges: HouseCharges): string[] =>
  charges.rows.flatMap((row) =>
    charges.linesOf(row.row).map((line) => {
      const { service, component = '', zone = '', kind, volume, amount } = line;
      return textOf(row.account.number, { service, component, zone, kind }, volume, String(amount));
    }),
  );

/** Lines of the decimal.js version as text. */
export const linesOfDecimals = (lines: readonly DecimalLine[]): string[] =>
  lines.map((line) => textOf(line.account, line, line.volume.toFixed(), line.amount.times(100).toFixed()));

/** A sum over lines that does not depend on their order. */
export class Checksum {
  private low = 0;
  private high = 0;
  count = 0;

  add(lines: readonly string[]): void {
    for (const line of lines) {
      let a = 0x811c9dc5;
      let b = 0x9747b28c;
      for (let i = 0; i < line.length; i += 1) {
        a = Math.imul(a ^ line.charCodeAt(i), 0x01000193);
        b = Math.imul(b ^ line.charCodeAt(i), 0x5bd1e995) ^ (b >>> 15);
      }
      this.low = (this.low + (a >>> 0)) % 4_294_967_296;
      this.high = (this.high + (b >>> 0)) % 4_294_967_296;
      this.count += 1;
    }
  }

  get text(): string {
    return `${this.high.toString(16).padStart(8, '0')}${this.low.toString(16).padStart(8, '0')}`;
  }
}

/** Both sides must give the same lines. @throws with the first line that differs */
export const mustAgree = (what: string, ours: readonly string[], theirs: readonly string[]): void => {
  const [a, b] = [[...ours].sort(), [...theirs].sort()];
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    if (a[i] === b[i]) continue;
    throw new Error(`${what}: the lines differ\n  saldo:      ${a[i] ?? 'no line'}\n  decimal.js: ${b[i] ?? 'no line'}`);
  }
};
