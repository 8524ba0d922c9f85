import { BATCH_EN } from './problem-text-batch';
import { BENEFITS_EN } from './problem-text-benefits';
import { CHAIN_EN } from './problem-text-chain';
import type { EngineCode } from './problem-text-codes';
import { DEBT_EN } from './problem-text-debt';
import { COMMON_EN } from './problem-text-en-common';
import { HEATING_EN } from './problem-text-en-heating';
import { WASTE_EN } from './problem-text-en-waste';
import { HOUSING_EN } from './problem-text-housing';
import { MONEY_EN } from './problem-text-money';
import { PAYMENTS_EN } from './problem-text-payments';
import { READINGS_EN } from './problem-text-readings';
import type { Words } from './problem-text-words';

const MEND = 'A mistake is mended by a new fact with the field supersedes.';

/** English texts of what the engine answers about facts it has read. */
export const ENGINE_EN: Readonly<Record<EngineCode, Words>> = {
  ...COMMON_EN,
  ...HEATING_EN,
  ...WASTE_EN,
  ...HOUSING_EN,
  ...CHAIN_EN,
  ...BATCH_EN,
  ...DEBT_EN,
  ...MONEY_EN,
  ...BENEFITS_EN,
  ...READINGS_EN,
  ...PAYMENTS_EN,
  'unknown-reference': (p) => [
    `a reference to nothing: ${p.when('refersTo', (to) => `${to} `)}${p.value} is not there`,
    'Add the missing fact or mend the reference; compare the letters: Cyrillic and Latin ones look alike.',
  ],
  'duplicate-fact': (p) => [
    `the fact ${p.value} is there twice${p.when('first', (first) => `: first ${first}`)}`,
    `The id of a fact is unique. ${MEND}`,
  ],
  'supersedes-unknown': (p) => [
    `the superseded fact ${p.value} is not there`,
    'Check the field supersedes: it holds the id of the earlier fact.',
  ],
  'supersedes-twice': (p) => [
    `the fact ${p.value} is superseded twice${p.when('other', (other) => `: by ${other} as well`)}`,
    'The second correction supersedes the first one, not the original fact.',
  ],
  'supersedes-other-kind': (p) => [
    `the fact ${p.value} is of another kind and cannot be superseded by this one`,
    'Check the field supersedes: a reading supersedes a reading, a meter a meter.',
  ],
  'supersedes-other-meter': (p) => [
    `the reading ${p.value} is of another meter${p.when('meter', (meter) => ` (${meter})`)} and cannot be superseded by this one`,
    'Withdraw that reading (withdrawn), and enter this one by itself.',
  ],
  'supersedes-cycle': (p) => [
    `facts supersede one another in a circle: ${p.value}`,
    'Break the circle: the earliest fact supersedes nothing.',
  ],
  'withdrawn-nothing': (p) => [`the withdrawal ${p.value} withdraws nothing`, 'Name the withdrawn fact in supersedes.'],
  'account-in-two-houses': (p) => [
    `the account number ${p.value} is taken in another house${p.when('house', (house) => `: ${house}`)}`,
    'Give the account another number, or take the old number out of aliases.',
  ],
  'account-number-taken': (p) => [
    `the number ${p.value} is another account's${p.when('other', (other) => `: ${other}`)}`,
    'Numbers and earlier numbers (aliases) of different accounts never repeat.',
  ],
  'accounts-overlap': (p) => [
    `the account ${p.value} opens while ${p.fact('other') ?? 'another one'} of the premises is still open`,
    'Close the earlier account with to, on the day on which the new one opens.',
  ],
  'account-unknown': (p) => [
    `there is no account ${p.value}${p.when('month', (month) => ` in ${month}`)}`,
    'Check the number; earlier numbers and unified numbers stand in the aliases of an account.',
  ],
  'act-field-missing': (p) => [
    `the act has no field “${p.fact('field') ?? ''}”, which an act of type ${p.fact('type') ?? ''} needs`,
    'Add the field: tampering needs its meter, a connection its service, non-residential premises a capacity.',
  ],
  'act-field-foreign': (p) => [
    `the field “${p.fact('field') ?? ''}”${p.value === '' ? '' : ` with the value ${p.value}`} does not belong in an act of type ${p.fact('type') ?? ''}`,
    'Take the field away or mend the type of the act.',
  ],
  'act-in-communal-flat': (p) => [
    `an act about the room or communal flat ${p.value}: how its effects are divided between rooms is not settled yet`,
    'Take the act away; charge its effects outside for now.',
  ],
  'act-days': (p) => [
    `the days of the act are out of order${p.when('from', (from) => `: from ${from}`)}${p.when('to', (to) => ` to ${to}`)}`,
    'The first day (startedOn) is not later than the day of the act (on), the last one (endedOn) not earlier than the first.',
  ],
  'meters-overlap': (p) => [
    `a meter is commissioned on ${p.value} while ${p.fact('other') ?? 'another one'} still stands there${p.when('removedOn', (day) => ` (removed: ${day})`)}`,
    'Name the day on which the earlier meter was removed (removedOn), or another place (point).',
  ],
  'meter-removed-before-commissioned': (p) => [
    `the meter is removed on ${p.value}, before it is commissioned${p.when('commissionedOn', (day) => ` on ${day}`)}`,
    'Check commissionedOn and removedOn.',
  ],
  'register-unknown': (p) => [
    `the meter${p.when('meter', (meter) => ` ${meter}`)} has no register ${p.value}`,
    "Name a zone of the meter's registers in the reading: T0 without zones, T1 to T3 with zones.",
  ],
  'register-twice': (p) => [`the meter has the register ${p.value} twice`, 'Keep one entry of registers a zone.'],
  'resident-before-birth': (p) => [
    `a stay from ${p.value} begins before birth${p.when('born', (born) => ` on ${born}`)}`,
    'Check from and born.',
  ],
  'residents-overlap': (p) => [
    `stays of ${p.value} share days${p.when('other', (other) => ` with the fact ${other}`)}`,
    'Close the earlier stay with to: a person counts once.',
  ],
  'owners-missing': (p) => [
    `nobody lives in the premises, and the number of owners is unknown${p.value === '' ? '' : `: ${p.value}`}${p.when('service', (service) => ` (${service})`)}`,
    'Add owners to the premises: without residents the owners are counted.',
  ],
  'room-not-in-flat': (p) => [
    `a room cannot lie within the premises ${p.value}`,
    'A flat (within) is a dwelling of the same house and no room itself; a room is a dwelling too.',
  ],
  'room-meter-service': (p) => [
    `a room has a meter of ${p.value}: rooms have meters of electricity only${p.when('flat', (flat) => ` (flat ${flat})`)}`,
    "Put the shared meter on the flat; if each premises has the service of its own, add a rule own to the flat's sharing.",
  ],
  'flat-and-room-accounts': (p) => [
    `the account ${p.value} of a room is open while the flat has one of its own${p.when('other', (other) => `: ${other}`)}`,
    "Close the flat's account with to, on the day from which the accounts of the rooms are open.",
  ],
  'resident-of-flat': (p) => [
    `the resident ${p.value} stands on the flat while rooms are billed${p.when('room', (room) => ` (${room})`)}`,
    'Put the resident in a room: nobody pays for one of the flat.',
  ],
  'sharing-shares': (p) => [
    `the shares of ${p.value} do not match the rooms of the flat${p.when('rooms', (rooms) => `: ${rooms}`)}`,
    'An agreement names every room once, at least one with a share above zero; without an agreement leave shares out.',
  ],
  'flat-nobody': (p) => [
    `there is nobody to divide the volume of the flat by${p.value === '' ? '' : ` (${p.value})`}${p.when('month', (month) => `: in ${month} nobody lives in its rooms, and they have no owners`)}`,
    'Check the residents and the owners of the rooms.',
  ],
  'area-missing': (p) => [
    `the premises has no area${p.value === '' ? '' : ` ${p.value}`}${p.when('day', (day) => ` on ${day}`)}${p.when('month', (month) => ` in ${month}`)}`,
    'Add an entry to areas that begins on that day or earlier.',
  ],
  'service-overlap': (p) => [
    `terms of the service ${p.value} share days${p.when('other', (other) => ` with the fact ${other}`)}`,
    'Close the earlier terms with to, on the day on which the new ones begin.',
  ],
  'service-unknown': (p) => [
    `the service ${p.value} is not provided in the house${p.when('month', (month) => ` in ${month}`)}`,
    'Check the code of the service and the service facts of this house.',
  ],
  'tariff-unknown': (p) => [
    `there is no tariff with the code ${p.value}`,
    'Add a tariff fact with this code, or mend the code in the terms of the service.',
  ],
  'normative-unknown': (p) => [
    `there is no normative with the code ${p.value || '(not given)'}`,
    'Add a normative fact with this code, or mend the code in the terms of the service.',
  ],
  'tariff-unit-mismatch': (p) => [
    `${p.value} is in ${p.fact('received') ?? ''}, not in ${p.fact('expected') ?? ''}`,
    'See that it is the tariff or normative of this service, and check its unit.',
  ],
  'unknown-policy': (p) => [
    `there is no policy ${p.value}`,
    `Check the code in the policies of the house.${p.when('known', (known) => ` Policies are: ${known}.`)}`,
  ],
  'unknown-policy-value': (p) => [
    `the policy${p.when('policy', (policy) => ` ${policy}`)} has no value ${p.value}`,
    `Mend the value in the policies of the house.${p.when('allowed', (allowed) => ` Values are: ${allowed}.`)}`,
  ],
  'no-house': (p) => [
    p.when('houses', (count) => `exactly one house is needed, and there are ${count}`) ||
      (p.value === '' ? 'there is no house among the facts' : `there is no house ${p.value}`),
    'Add a house fact (group houses), or choose one house.',
  ],
  'no-normative': (p) => [
    `no normative${p.value === '' ? '' : ` ${p.value}`}${p.when('title', (title) => ` (${title})`)}${p.when('parameter', (code) => ` ${code}`)}${p.when('day', (day) => ` on ${day}`)}${p.when('month', (month) => ` in ${month}`)}`,
    `Add a value from that day to the entries of the normative, with its act.${p.when('seriesFrom', (from) => ` The series begins ${from}.`)}`,
  ],
  'missing-parameter': (p) => [
    `no value of ${p.value}${p.when('title', (title) => ` (${title})`)}${p.when('day', (day) => ` on ${day}`)}`,
    `Add a value with its act to the series, or bill another month.${p.when('seriesFrom', (from) => ` The series begins ${from}.`)}`,
  ],
  'parameter-not-reviewed': (p) => [
    `${p.value}: nobody has reviewed the acts${p.when('day', (day) => ` for ${day}`)}${p.when('reviewedThrough', (day) => `, they are reviewed through ${day}`)}`,
    'See whether the value has changed, and move reviewedThrough on.',
  ],
  'parameter-changes-within-month': (p) => [
    `${p.value} changes within the month${p.when('month', (month) => ` ${month}`)}`,
    'Which value counts for the whole month is a question of law: choose by a policy, or let it begin on the first day.',
  ],
  'no-rule': (p) => [
    `the table ${p.value} has no rule for this case${p.when('day', (day) => ` on ${day}`)}`,
    'Report these facts to us: the table of rules is incomplete.',
  ],
  'two-rules': (p) => [
    `two rules of the table ${p.value} apply at once${p.when('day', (day) => ` on ${day}`)}`,
    'Report these facts to us: the table of rules contradicts itself.',
  ],
  'formula-not-in-force': (p) => [
    `the formula ${p.value} is not in force${p.when('day', (day) => ` on ${day}`)}`,
    'Check the month: the clause is not in force yet, or no longer.',
  ],
  'contract-volume-missing': (p) => [
    `a non-residential premises has neither a meter nor a contract volume${p.value === '' ? '' : `: ${p.value}`}${p.when('service', (service) => ` (${service})`)}${p.when('month', (month) => ` in ${month}`)}`,
    'Add contractVolumes with the contract, or a meter.',
  ],
  'service-field-misplaced': (p) => [
    `the field ${p.value} does not belong to ${p.fact('service') ?? ''}`,
    'Take the field away, or mend the service (the type of the premises).',
  ],
  'gas-equipment-unknown': (p) => [
    `nobody knows what gas is burnt for in the premises${p.value === '' ? '' : `: ${p.value}`}${p.when('month', (month) => ` in ${month}`)}`,
    'Add gasEquipment from that day: uses of cooking, waterHeating, heating; an empty list means no gas.',
  ],
  'month-not-billed': (p) => [
    `the month ${p.value}${p.when('house', (house) => ` of house ${house}`)} is not billed`,
    'Bill the month first, then close it and print its documents.',
  ],
  'previous-month-open': (p) => [
    `the month before${p.when('month', (month) => ` (${month})`)} is not closed${p.value === '' ? '' : `, so ${p.value} cannot be`}`,
    'Close months in order.',
  ],
  'decision-day-missing': () => [
    'the rate is that of the day of the court decision, and the day is not given',
    'Pass decidedOn, or choose another value of the policy penaltyRate.',
  ],
  'debt-change-not-positive': (p) => [
    `a payment, write-off, reduction or reversal of a debt is not above zero${p.value === '' ? '' : `: ${p.value}`}`,
    'The kind of the change says its sign; its amount in kopecks is always above zero.',
  ],
  'reversal-without-payment': (p) => [
    `${p.value} ₽ is taken back${p.when('day', (day) => ` on ${day}`)} from a payment that was never that much${p.when('paidOn', (day) => `, of ${day}`)}`,
    'A reversal names the day of the payment (paidOn), is not before it and not above what was paid on it: check payment or amount.',
  ],
  'key-format': (p) => [
    `the key ${p.value} of the operation will not do`,
    'A key is a text of 1 to 200 characters without control characters: the number of the payment or of the request.',
  ],
  'clock-behind': (p) => [
    `the clock is behind the journal of the house${p.value === '' ? '' : `: ${p.value}`}${p.when('journal', (at) => `, the last entry is of ${at}`)}`,
    'Set the clock right: a time before the journal cannot tell which payments have come.',
  ],
  'preview-outdated': (p) => [
    `the month ${p.value} of the house is not what its preview was: facts came since`,
    'Preview the month again, look at what is different, and bill it with the new digest.',
  ],
  'month-before-house': (p) => [
    `the month ${p.value} is before this system bills the house${p.when('since', (since) => `: since ${since}`)}`,
    'Bill that month or a later one; enter an earlier debt as openingSaldo.',
  ],
  'previous-month-not-billed': (p) => [
    `the month before${p.when('month', (month) => ` (${month})`)} is not billed${p.value === '' ? '' : `, so ${p.value} cannot be`}`,
    'Bill months in order.',
  ],
  'zone-tariff-missing': (p) => [
    `the service has no tariff for zone ${p.value}${p.when('month', (month) => ` in ${month}`)}, and a meter counts that zone`,
    'Add the zone to zoneTariffs (for two-zone meters to twoZoneTariffs).',
  ],
  'range-tariff-missing': (p) => [
    `there is no tariff for range ${p.value}`,
    'ranges.tariffs needs a tariff for every range above the first, each with the zones that the first one has.',
  ],
  'range-limit-missing': (p) => [
    `there are ${p.value} limits for electric heating${p.when('expected', (expected) => `, not ${expected}`)}`,
    'electricHeating.limits needs as many limits as limits has.',
  ],
  'range-limit-order': (p) => [
    `the limit ${p.value} is not above the one before${p.when('below', (below) => `, ${below}`)}${p.when('day', (day) => `, on ${day}`)}`,
    'Write the limits in rising order.',
  ],
  'range-limit-above-ceiling': (p) => [
    `the limit ${p.value} kWh is above the federal ceiling${p.when('ceiling', (ceiling) => ` ${ceiling}`)}${p.when('day', (day) => `, on ${day}`)}`,
    'Check the limit in the act of the region; the ceilings for electric heating without gas are for electricHeating.limits.',
  ],
  'tariff-group-unknown': (p) => [
    `no service of the house has the tariff group ${p.value}`,
    'Add the group to tariffGroups of a service, or mend its code in the premises.',
  ],
  'ranges-change-within-month': (p) => [
    `the number of ranges of ${p.value} changes within the month${p.when('month', (month) => ` ${month}`)}`,
    'Begin the new terms of the service on the first day of a month: a limit is set for a month.',
  ],
  'capacity-missing': (p) => [
    `the premises has no capacity or load for its two-part tariff (${p.value})${p.when('day', (day) => ` on ${day}`)}${p.when('month', (month) => ` in ${month}`)}`,
    'Add it to capacities of the premises, in the unit of the tariff.',
  ],
  'amount-too-large': (p) => [
    `the amount is too large${p.value === '' ? '' : `: ${p.value}`}`,
    'Check volume and tariff: the amount of a line does not fit nine quadrillion kopecks.',
  ],
  'month-closed': (p) => [
    `the month${p.value === '' ? '' : ` ${p.value}`}${p.when('month', (month) => ` ${month}`)}${p.when('house', (house) => ` of house ${house}`)} is closed${p.when('closedAt', (at) => ` (${at})`)}`,
    'A closed month never changes: enter the correction, and the difference is posted in the open month.',
  ],
  'idempotency-conflict': (p) => [
    `the key ${p.value} was used for other content`,
    'Repeat a request with the same content; take a new key for a new one.',
  ],
  'version-conflict': (p) => [
    `the bills${p.value === '' ? '' : ` ${p.value}`}${p.when('house', (house) => ` of house ${house}`)}${p.when('month', (month) => ` for ${month}`)} were changed meanwhile${p.when('expected', (version) => `: expected version ${version}`)}${p.when('found', (version) => `, found ${version}`)}`,
    'Read the state again and repeat the calculation.',
  ],
  'store-unavailable': (p) => [
    `the store cannot be reached${p.value === '' ? '' : `: ${p.value}`}${p.when('reason', (reason) => ` (${reason})`)}`,
    'Try again later with the same key: nothing is written twice.',
  ],
  'duplicate-entry': (p) => [
    `the entry ${p.value} is in the journal already`,
    'Entries never change: a correction is a new entry with an id of its own.',
  ],
  'store-in-use': (p) => [
    `the store ${p.value} is open in another program${p.when('pid', (pid) => `: process ${pid}`)}${p.when('host', (host) => ` on ${host}`)}`,
    `Close it or wait for its end.${p.when('lock', (lock) => ` When it is surely gone, delete ${lock}.`)}`,
  ],
  'schema-newer': (p) => [
    `a newer release of saldo wrote the database${p.when('found', (found) => `: its schema is ${found}`)}${p.when('known', (known) => `, this one knows ${known}`)}`,
    'Update saldo.',
  ],
  'schema-changed': (p) => [
    `the schema of the database is not the one of this release of saldo${p.when('migration', (migration) => `: the step ${migration} differs`)}`,
    'Take the release of saldo that made the database, or restore it from a copy.',
  ],
  'pglite-missing': (p) => [
    `the package ${p.fact('package') ?? 'of the store'} is not installed${p.when('reason', (reason) => ` (${reason})`)}`,
    'Install it beside saldo: only a store in a folder needs it.',
  ],
};
