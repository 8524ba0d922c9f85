import type { VolumeBasis } from '../model/bill';
import type { NormativeRecord } from '../model/records';
import type { PricedZone } from '../model/services';
import type { GasNormative } from './gas-normative';
import type { ServiceTerms } from './month-context';
import type { PeopleStretch } from './residents';
import type { RoomShare } from './room-told';
import type { Cell, NormativeShare, Told, VolumeClass, VolumeSink } from './sink';

/** Normative × people on some days: of water and electricity, or of a use of gas that goes by people. */
export interface PeopleShare {
  readonly from: number;
  readonly to: number;
  readonly people: PeopleStretch;
  readonly record: NormativeRecord;
  readonly entry: NormativeRecord['entries'][number];
}

/** A volume by normative that a row was given: days, kind of line, shares behind it. */
export interface NormativeVolume {
  readonly cell: Cell;
  readonly basis: VolumeBasis;
  readonly raised: boolean;
  readonly shares: readonly PeopleShare[];
}

/** Sewerage of a row that takes the volumes of its waters. */
interface WaterFollowed {
  readonly terms: ServiceTerms;
  readonly row: number;
  readonly days: Parameters<VolumeSink['fromWater']>[2];
}

/** A sink that keeps the normatives by people, which absence may change, and nothing else. */
export class AbsenceSink implements VolumeSink {
  readonly tells = true;
  readonly volumes: NormativeVolume[] = [];
  readonly followers: WaterFollowed[] = [];

  normative(cell: Cell, basis: VolumeBasis, raised: boolean, share: NormativeShare): void {
    this.volumes.push({ cell, basis, raised, shares: [share] });
  }

  normativeSum(cell: Cell, basis: VolumeBasis, raised: boolean, shares: readonly NormativeShare[]): void {
    this.volumes.push({ cell, basis, raised, shares });
  }

  gasNormative(cell: Cell, basis: VolumeBasis, raised: boolean, _volume: number, gas: GasNormative): void {
    this.volumes.push({ cell, basis, raised, shares: gasByPeople(gas) });
  }

  room(cell: Cell, _zone: PricedZone, volumeClass: VolumeClass, basis: VolumeBasis, _volume: number, told: RoomShare): void {
    const shares = sharesOf(told.of).flatMap((share) => {
      const from = Math.max(share.from, cell.from);
      const to = Math.min(share.to, cell.to);
      return to > from ? [{ ...share, from, to }] : [];
    });
    if (shares.length > 0) this.volumes.push({ cell, basis, raised: volumeClass === 'raised', shares });
  }

  fromWater(terms: ServiceTerms, row: number, days: WaterFollowed['days']): void {
    this.followers.push({ terms, row, days });
  }

  /** Meters, averages, contracts and land plots do not ask who was away; a sink that tells is never handed a short cut. */
  regular(): void {}
  known(): void {}
  perPerson(): void {}
  readings(): void {}
  volume(): void {}
  plot(): void {}
}

const gasByPeople = ({ shares }: GasNormative): readonly PeopleShare[] =>
  shares.flatMap(({ use, base, from, to, record, entry }) =>
    use !== 'heating' && base.is === 'people' ? [{ from, to, people: base.people, record, entry }] : [],
  );

const sharesOf = (told: Told): readonly PeopleShare[] =>
  told.kind === 'normative' ? told.shares : told.kind === 'gas' ? gasByPeople(told.gas) : [];
