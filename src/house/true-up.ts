import { EXACT_MONEY_SCALE } from './formulas';

/** A month of a period that is trued up, on whole numbers. */
export interface TrueUpMonth {
  /** Actual less charged, on the volume scale. */
  readonly difference: number;
  /** Tariff on the tariff scale. */
  readonly tariff: bigint;
  /** Heat of a cubic metre and its tariff under a two-component tariff. */
  readonly heat: { readonly normative: bigint; readonly tariff: bigint } | null;
}

/** The exact money of a period: Σ difference × tariff of the month, on {@link EXACT_MONEY_SCALE}; nothing is rounded. */
export interface TrueUpMoney {
  readonly volume: number;
  readonly money: bigint;
  readonly heatMoney: bigint | null;
}

/** Decimals of a volume and of a tariff: their product's are brought to {@link EXACT_MONEY_SCALE}. */
const VOLUME_AND_TARIFF = 13;
const UP = 10n ** BigInt(EXACT_MONEY_SCALE - VOLUME_AND_TARIFF);

/** Sum a period month by month, each at its own tariff (C19). */
export const trueUpMoney = (months: readonly TrueUpMonth[]): TrueUpMoney => {
  let volume = 0;
  let money = 0n;
  let heatMoney: bigint | null = null;
  for (const { difference, tariff, heat } of months) {
    volume += difference;
    money += BigInt(difference) * tariff * UP;
    if (heat !== null) heatMoney = (heatMoney ?? 0n) + BigInt(difference) * heat.normative * heat.tariff;
  }
  return { volume, money, heatMoney };
};
