import { scaledSafe } from '../kernel/gate';
import { scaled } from '../kernel/quantity';
import { BillingInvariantError } from '../kernel/result';
import type { VolumeBasis } from '../model/bill';
import type { PricedZone } from '../model/services';
import type { RuleTable } from '../norms/rules';
import { NORMATIVE_SCALE, roundedVolume, VOLUME_FORMULAS } from './formulas';
import type { GasNormative } from './gas-normative';
import type { MonthContext, ServiceTerms } from './month-context';
import type { Boundary, Register } from './register';
import { volumeThrough } from './register-month';
import type { Cell, ChosenPlace, NormativeShare, Told, VolumeClass, VolumeSink } from './sink';
import type { VolumeFacts, VolumeRule } from './volume-rules';

/** A volume that was found, kept until somebody decides where it goes. */
export interface RecordedVolume {
  readonly cell: Cell;
  readonly zone: PricedZone;
  readonly volumeClass: VolumeClass;
  readonly basis: VolumeBasis;
  /** On the volume scale. */
  readonly volume: number;
  readonly told: Told;
  /** Normatives behind it, none for a metered volume. */
  readonly shares: readonly NormativeShare[];
  /** Hand it to a sink as it was found. */
  readonly replay: (sink: VolumeSink) => void;
}

/** Sewerage of a row that follows its waters. */
export interface RecordedFollower {
  readonly row: number;
  readonly days: Parameters<VolumeSink['fromWater']>[2];
}

interface Normatives {
  readonly cell: Cell;
  basis: VolumeBasis;
  readonly raised: boolean;
  readonly shares: NormativeShare[];
  readonly replays: ((sink: VolumeSink) => void)[];
}

/** A sink that keeps what one service of one premises was found to be. */
export class VolumeRecorder implements VolumeSink {
  readonly followers: RecordedFollower[] = [];
  private readonly metered: RecordedVolume[] = [];
  private readonly normatives = new Map<string, Normatives>();
  private readonly told: ((sink: VolumeSink) => void)[] = [];

  constructor(
    private readonly context: MonthContext,
    readonly tells: boolean,
  ) {}

  /** Everything found, normatives of one line together, since they are rounded together. */
  volumes(): readonly RecordedVolume[] {
    return [...this.metered, ...[...this.normatives.values()].map((one) => this.byNormative(one))];
  }

  /** Tell a sink the choices and remarks behind the volumes. */
  tellChoices(sink: VolumeSink): void {
    for (const one of this.told) one(sink);
  }

  /** The short way is not for a flat. */
  regular(): void {
    throw new BillingInvariantError('a communal flat goes the long way');
  }

  /** Nor is it here. */
  known(): void {
    this.regular();
  }

  /** Nor here. */
  perPerson(): void {
    this.regular();
  }

  readings(cell: Cell, zone: PricedZone, register: Register, to: Boundary, from: Boundary): void {
    const unit = cell.terms.unit === 'kWh' ? 'kWh' : 'm3';
    this.metered.push({
      cell,
      zone,
      volumeClass: 'metered',
      basis: 'meter',
      volume: volumeThrough(to.value - from.value, 1, 1, unit, this.context.volumeDigits),
      told: { kind: 'readings', gap: { register, from, to } },
      shares: [],
      replay: (sink) => sink.readings(cell, zone, register, to, from),
    });
  }

  volume(cell: Cell, zone: PricedZone, basis: VolumeBasis, volume: number, told: Told): void {
    const replay = (sink: VolumeSink): void => sink.volume(cell, zone, basis, volume, told);
    this.metered.push({ cell, zone, volumeClass: 'metered', basis, volume, told, shares: [], replay });
  }

  normative(cell: Cell, basis: VolumeBasis, raised: boolean, share: NormativeShare, personDays: number): void {
    this.keep(cell, basis, raised, [share], (sink) => sink.normative(cell, basis, raised, share, personDays));
  }

  normativeSum(cell: Cell, basis: VolumeBasis, raised: boolean, shares: readonly NormativeShare[]): void {
    this.keep(cell, basis, raised, shares, (sink) => sink.normativeSum(cell, basis, raised, shares));
  }

  gasNormative(cell: Cell, basis: VolumeBasis, raised: boolean, volume: number, gas: GasNormative): void {
    const replay = (sink: VolumeSink): void => sink.gasNormative(cell, basis, raised, volume, gas);
    const told: Told = { kind: 'gas', gas };
    this.metered.push({ cell, zone: 'T0', volumeClass: raised ? 'raised' : 'normative', basis, volume, told, shares: [], replay });
  }

  plot(): void {
    throw new BillingInvariantError('a communal flat has no land plot');
  }

  room(): void {
    throw new BillingInvariantError('a room has no rooms');
  }

  fromWater(_terms: ServiceTerms, row: number, days: RecordedFollower['days']): void {
    this.followers.push({ row, days });
  }

  chosen(terms: ServiceTerms, place: ChosenPlace, table: RuleTable<VolumeFacts, VolumeRule>, facts: VolumeFacts): void {
    if (this.tells) this.told.push((sink) => sink.chosen?.(terms, place, table, facts));
  }

  private keep(
    cell: Cell,
    basis: VolumeBasis,
    raised: boolean,
    shares: readonly NormativeShare[],
    replay: (sink: VolumeSink) => void,
  ): void {
    const key = `${cell.row}|${cell.stretch}|${raised}`;
    const known = this.normatives.get(key);
    if (known === undefined) this.normatives.set(key, { cell, basis, raised, shares: [...shares], replays: [replay] });
    else {
      if (known.basis !== basis) known.basis = 'mixed';
      known.shares.push(...shares);
      known.replays.push(replay);
    }
  }

  private byNormative({ cell, basis, raised, shares, replays }: Normatives): RecordedVolume {
    const from = Math.min(...shares.map((share) => share.from));
    const to = Math.max(...shares.map((share) => share.to));
    return {
      cell: { ...cell, from, to },
      zone: 'T0',
      volumeClass: raised ? 'raised' : 'normative',
      basis,
      volume: this.normativeVolume(cell.terms.unit === 'kWh' ? 'kWh' : 'm3', shares),
      told: { kind: 'normative', shares },
      shares,
      replay: (sink) => {
        for (const one of replays) one(sink);
      },
    };
  }

  private normativeVolume(unit: 'm3' | 'kWh', shares: readonly NormativeShare[]): number {
    const { days, volumeDigits } = this.context;
    const formulas = VOLUME_FORMULAS[unit] as typeof VOLUME_FORMULAS.m3;
    const D = scaled(days, 0, 'day/month');
    let sum = 0n;
    for (const { normative, people, from, to } of shares)
      sum += BigInt(scaledSafe(normative, NORMATIVE_SCALE)) * BigInt(people.persons * (to - from));
    return roundedVolume(formulas.byNormativeStretches, { W: scaled(sum, NORMATIVE_SCALE, 'm3-day/month'), D }, volumeDigits);
  }
}
