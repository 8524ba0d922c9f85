import { PP354 } from '../norms/acts';
import { rules } from '../norms/rules';

/** How the rooms of a flat divide a service. */
export type SharingBasis = 'roomMeters' | 'roomsAgreement' | 'roomsResidents';

/** What it depends on: one service of one flat in one month. */
export interface SharingFacts {
  /** The flat's volume came from its meter for the whole month: by readings or by their average. */
  flatMetered: boolean;
  /** So did the volume of every room. */
  roomsMetered: boolean;
  /** An agreement counts the meters of the rooms, though not every room has one. */
  metersAgreed: boolean;
  /** The meters of the rooms have the zones of the flat's meter. */
  zonesAlike: boolean;
  /** An agreement names the shares. */
  agreed: boolean;
}

const BY_AGREEMENT = {
  basis: 'roomsAgreement',
  when: (f: SharingFacts) => f.agreed,
  clause: PP354.roomByAgreement,
  otherwise: 'соглашения о долях нет',
} as const;
const BY_RESIDENTS = { basis: 'roomsResidents', when: () => true, clause: PP354.roomByPeople, otherwise: '' } as const;

/** Division of a service without meters of rooms. */
export const roomSharing = rules<SharingFacts, SharingBasis>('rooms.sharing', [BY_AGREEMENT, BY_RESIDENTS]);

/** Division of electricity: meters of rooms first. */
export const roomSharingElectricity = rules<SharingFacts, SharingBasis>('rooms.sharingElectricity', [
  {
    basis: 'roomMeters',
    when: (f) => f.flatMetered && (f.roomsMetered || f.metersAgreed) && f.zonesAlike,
    clause: PP354.roomByMeter,
    otherwise: (f) =>
      !f.flatMetered
        ? 'объём квартиры не по общему прибору'
        : !f.roomsMetered && !f.metersAgreed
          ? 'не во всех комнатах есть прибор, и соглашения нет'
          : 'зоны приборов комнат и общего не совпадают',
  },
  BY_AGREEMENT,
  BY_RESIDENTS,
]);
