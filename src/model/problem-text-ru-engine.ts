import { BATCH_RU } from './problem-text-batch';
import { BENEFITS_RU } from './problem-text-benefits';
import { CHAIN_RU } from './problem-text-chain';
import type { EngineCode } from './problem-text-codes';
import { DEBT_RU } from './problem-text-debt';
import { HOUSING_RU } from './problem-text-housing';
import { MONEY_RU } from './problem-text-money';
import { PAYMENTS_RU } from './problem-text-payments';
import { READINGS_RU } from './problem-text-readings';
import { COMMON_RU } from './problem-text-ru-common';
import { HEATING_RU } from './problem-text-ru-heating';
import { WASTE_RU } from './problem-text-ru-waste';
import type { Words } from './problem-text-words';

const KIND: Readonly<Record<string, string>> = {
  house: 'дом',
  provider: 'исполнитель',
  service: 'услуга',
  premises: 'помещение',
  account: 'лицевой счёт',
  resident: 'проживающий',
  meter: 'прибор учёта',
  commonTerms: 'общие нужды',
  houseMeter: 'общедомовой прибор',
  houseVolume: 'объём дома',
  heatingTerritory: 'территория отопления',
  heatingTerms: 'условия отопления',
  heatAllocators: 'показания распределителей',
  inlet: 'ввод',
  reading: 'показание',
  act: 'акт',
  tariff: 'тариф',
  normative: 'норматив',
  paidWork: 'разовая работа',
  prepaid: 'услуга по предоплате',
  housingDefect: 'ненадлежащее качество',
  benefit: 'льгота',
  subsidy: 'субсидия',
  openingSaldo: 'входящее сальдо',
  payment: 'платёж',
};
const kind = (name: string): string => KIND[name] ?? name;

const OTHER_FACT = 'Исправление вносят новым фактом с полем supersedes.';

/** Russian texts of what the engine answers about facts it has read. */
export const ENGINE_RU: Readonly<Record<EngineCode, Words>> = {
  ...COMMON_RU,
  ...HEATING_RU,
  ...WASTE_RU,
  ...HOUSING_RU,
  ...CHAIN_RU,
  ...BATCH_RU,
  ...DEBT_RU,
  ...MONEY_RU,
  ...BENEFITS_RU,
  ...READINGS_RU,
  ...PAYMENTS_RU,
  'unknown-reference': (p) => [
    `ссылка в никуда: нет такого факта — ${p.when('refersTo', (to) => `${kind(to)} `)}${p.value}`,
    'Добавьте недостающий факт или исправьте ссылку; сравните буквы: кириллица и латиница похожи.',
  ],
  'duplicate-fact': (p) => [
    `факт ${p.value} внесён дважды${p.when('first', (first) => `: впервые ${first}`)}`,
    `Идентификатор факта неповторим. ${OTHER_FACT}`,
  ],
  'supersedes-unknown': (p) => [`заменяемого факта ${p.value} нет`, 'Проверьте поле supersedes: там идентификатор прежнего факта.'],
  'supersedes-twice': (p) => [
    `факт ${p.value} заменён дважды${p.when('other', (other) => `: его заменяет и ${other}`)}`,
    'Второе исправление должно заменять первое, а не исходный факт.',
  ],
  'supersedes-other-kind': (p) => [
    `факт ${p.value} другого вида, заменить его этим нельзя`,
    'Проверьте поле supersedes: показание заменяют показанием, прибор — прибором.',
  ],
  'supersedes-other-meter': (p) => [
    `показание ${p.value} другого прибора${p.when('meter', (meter) => ` (${meter})`)}, заменить его этим нельзя`,
    'Отзовите то показание (withdrawn) и внесите это само по себе.',
  ],
  'supersedes-cycle': (p) => [`факты заменяют друг друга по кругу: ${p.value}`, 'Разорвите круг: самый ранний факт ничего не заменяет.'],
  'withdrawn-nothing': (p) => [`отзыв ${p.value} ничего не отзывает`, 'Укажите в supersedes отзываемый факт.'],
  'account-in-two-houses': (p) => [
    `номер лицевого счёта ${p.value} занят в другом доме${p.when('house', (house) => `: ${house}`)}`,
    'Дайте счёту другой номер или уберите старый номер из aliases.',
  ],
  'account-number-taken': (p) => [
    `номер ${p.value} уже у другого лицевого счёта${p.when('other', (other) => `: ${other}`)}`,
    'Номера и прежние номера (aliases) разных счетов не повторяются.',
  ],
  'accounts-overlap': (p) => [
    `лицевой счёт ${p.value} открыт, когда в помещении ещё действует${p.when('other', (other) => ` ${other}`) || ' другой'}`,
    'Закройте прежний счёт полем to днём, когда открыт новый.',
  ],
  'account-unknown': (p) => [
    `лицевого счёта ${p.value} нет${p.when('month', (month) => ` в ${month}`)}`,
    'Проверьте номер; прежние номера и ЕЛС указывают в aliases счёта.',
  ],
  'act-field-missing': (p) => [
    `в акте нет поля «${p.fact('field') ?? ''}», а акту вида ${p.fact('type') ?? ''} оно нужно`,
    'Добавьте поле: вмешательству — прибор (meter), подключению — услугу (service), нежилому помещению — мощность (capacity).',
  ],
  'act-field-foreign': (p) => [
    `поле «${p.fact('field') ?? ''}»${p.value === '' ? '' : ` со значением ${p.value}`} акту вида ${p.fact('type') ?? ''} не положено`,
    'Уберите поле или исправьте вид акта (type).',
  ],
  'act-in-communal-flat': (p) => [
    `акт о комнате или коммунальной квартире ${p.value}: как делить его последствия между комнатами, правил ещё нет`,
    'Уберите акт; последствия пока начисляйте перерасчётом вне системы.',
  ],
  'act-days': (p) => [
    `дни акта не по порядку${p.when('from', (from) => `: с ${from}`)}${p.when('to', (to) => ` по ${to}`)}`,
    'Первый день (startedOn) не позже дня акта (on), последний день (endedOn) не раньше первого.',
  ],
  'meters-overlap': (p) => [
    `прибор введён ${p.value}, когда на этом месте ещё стоит${p.when('other', (other) => ` ${other}`) || ' другой'}${p.when('removedOn', (day) => ` (снят: ${day})`)}`,
    'Укажите день снятия прежнего прибора (removedOn) или другое место (point).',
  ],
  'meter-removed-before-commissioned': (p) => [
    `прибор снят ${p.value}, раньше ввода${p.when('commissionedOn', (day) => ` ${day}`)}`,
    'Проверьте commissionedOn и removedOn.',
  ],
  'register-unknown': (p) => [
    `у прибора${p.when('meter', (meter) => ` ${meter}`)} нет шкалы ${p.value}`,
    'Укажите в показании зону (zone) из registers прибора: T0 — без зон, T1–T3 — по зонам.',
  ],
  'register-twice': (p) => [`шкала ${p.value} записана у прибора дважды`, 'Оставьте одну запись registers на зону.'],
  'resident-before-birth': (p) => [
    `проживание с ${p.value} раньше рождения${p.when('born', (born) => ` ${born}`)}`,
    'Проверьте from и born.',
  ],
  'residents-overlap': (p) => [
    `дни проживания ${p.value} пересекаются${p.when('other', (other) => ` с фактом ${other}`)}`,
    'Закройте прежнее проживание полем to: один человек считается один раз.',
  ],
  'owners-missing': (p) => [
    `в помещении никто не проживает, а число собственников неизвестно${p.value === '' ? '' : `: ${p.value}`}${p.when('service', (service) => ` (${service})`)}`,
    'Добавьте owners в помещение: без проживающих считают по числу собственников.',
  ],
  'room-not-in-flat': (p) => [
    `комната не может находиться в помещении ${p.value}`,
    'Квартира (within) — жилое помещение того же дома и сама не комната; комната тоже жилая.',
  ],
  'room-meter-service': (p) => [
    `прибор комнаты по услуге ${p.value}: комнатные приборы бывают только у электроэнергии${p.when('flat', (flat) => ` (квартира ${flat})`)}`,
    'Запишите общий прибор на квартиру; если услуга у каждого помещения своя, добавьте в sharing квартиры правило own.',
  ],
  'flat-and-room-accounts': (p) => [
    `лицевой счёт комнаты ${p.value} открыт, когда у квартиры есть свой${p.when('other', (other) => `: ${other}`)}`,
    'Закройте счёт квартиры полем to днём, с которого открыты счета комнат.',
  ],
  'resident-of-flat': (p) => [
    `проживающий ${p.value} записан в квартиру, когда начисляют комнатам${p.when('room', (room) => ` (${room})`)}`,
    'Запишите его в комнату: иначе за него никто не платит.',
  ],
  'sharing-shares': (p) => [
    `доли по услуге ${p.value} не совпадают с комнатами квартиры${p.when('rooms', (rooms) => `: ${rooms}`)}`,
    'В соглашении назовите каждую комнату один раз, хотя бы одну с долей больше нуля; без соглашения shares не нужны.',
  ],
  'flat-nobody': (p) => [
    `объём квартиры делить не на кого${p.value === '' ? '' : ` (${p.value})`}${p.when('month', (month) => `: в ${month} в комнатах никто не проживает, и собственников нет`)}`,
    'Проверьте проживающих и owners комнат.',
  ],
  'area-missing': (p) => [
    `нет площади помещения${p.value === '' ? '' : ` ${p.value}`}${p.when('day', (day) => ` на ${day}`)}${p.when('month', (month) => ` в ${month}`)}`,
    'Добавьте в areas запись, которая начинается не позже этого дня.',
  ],
  'service-overlap': (p) => [
    `условия услуги ${p.value} пересекаются по дням${p.when('other', (other) => ` с фактом ${other}`)}`,
    'Закройте прежние условия полем to днём, с которого действуют новые.',
  ],
  'service-unknown': (p) => [
    `услуга ${p.value} в доме не оказывается${p.when('month', (month) => ` в ${month}`)}`,
    'Проверьте код услуги и факты service этого дома.',
  ],
  'tariff-unknown': (p) => [`тарифа с кодом ${p.value} нет`, 'Добавьте факт tariff с этим code или исправьте код в условиях услуги.'],
  'normative-unknown': (p) => [
    `норматива с кодом ${p.value || '(не указан)'} нет`,
    'Добавьте факт normative с этим code или исправьте код в условиях услуги.',
  ],
  'tariff-unit-mismatch': (p) => [
    `${p.value} в единицах ${p.fact('received') ?? ''}, а нужно ${p.fact('expected') ?? ''}`,
    'Проверьте, что выбран тариф или норматив этой услуги, и его unit.',
  ],
  'unknown-policy': (p) => [
    `переключателя ${p.value} нет`,
    `Проверьте код в policies дома.${p.when('known', (known) => ` Бывают: ${known}.`)}`,
  ],
  'unknown-policy-value': (p) => [
    `у переключателя${p.when('policy', (policy) => ` ${policy}`)} нет значения ${p.value}`,
    `Исправьте значение в policies дома.${p.when('allowed', (allowed) => ` Возможные: ${allowed}.`)}`,
  ],
  'no-house': (p) => [
    p.when('houses', (count) => `нужен ровно один дом, а их ${count}`) ||
      (p.value === '' ? 'среди фактов нет ни одного дома' : `нет дома ${p.value}`),
    'Добавьте факт house (раздел houses) или выберите один дом.',
  ],
  'no-normative': (p) => [
    `нет норматива${p.value === '' ? '' : ` ${p.value}`}${p.when('title', (title) => ` (${title})`)}${p.when('parameter', (code) => ` ${code}`)}${p.when('day', (day) => ` на ${day}`)}${p.when('month', (month) => ` на ${month}`)}`,
    `Добавьте в entries норматива значение с этого дня и его акт.${p.when('seriesFrom', (from) => ` Ряд начинается ${from}.`)}`,
  ],
  'missing-parameter': (p) => [
    `нет значения ${p.value}${p.when('title', (title) => ` (${title})`)}${p.when('day', (day) => ` на ${day}`)}`,
    `Добавьте в ряд значение с его актом или начислите другой месяц.${p.when('seriesFrom', (from) => ` Ряд начинается ${from}.`)}`,
  ],
  'parameter-not-reviewed': (p) => [
    `${p.value}: акты не проверены${p.when('day', (day) => ` на ${day}`)}${p.when('reviewedThrough', (day) => `, проверены по ${day}`)}`,
    'Проверьте, не изменилось ли значение, и передвиньте reviewedThrough.',
  ],
  'parameter-changes-within-month': (p) => [
    `${p.value} меняется внутри месяца${p.when('month', (month) => ` ${month}`)}`,
    'Какое значение действует за весь месяц — вопрос права: выберите политикой или перенесите начало на первое число.',
  ],
  'no-rule': (p) => [
    `в таблице ${p.value} нет правила для этого случая${p.when('day', (day) => ` на ${day}`)}`,
    'Сообщите нам эти факты: таблица правил неполна.',
  ],
  'two-rules': (p) => [
    `в таблице ${p.value} подходят два правила сразу${p.when('day', (day) => ` на ${day}`)}`,
    'Сообщите нам эти факты: таблица правил противоречива.',
  ],
  'formula-not-in-force': (p) => [
    `формула ${p.value} не действует${p.when('day', (day) => ` на ${day}`)}`,
    'Проверьте месяц расчёта: пункт ещё не вступил в силу или уже утратил её.',
  ],
  'contract-volume-missing': (p) => [
    `у нежилого помещения нет ни прибора, ни объёма по договору${p.value === '' ? '' : `: ${p.value}`}${p.when('service', (service) => ` (${service})`)}${p.when('month', (month) => ` в ${month}`)}`,
    'Добавьте contractVolumes с договором или прибор учёта.',
  ],
  'service-field-misplaced': (p) => [
    `поле ${p.value} не относится к ${p.fact('service') ?? ''}`,
    'Уберите поле или исправьте услугу (вид помещения).',
  ],
  'gas-equipment-unknown': (p) => [
    `неизвестно, на что в помещении идёт газ${p.value === '' ? '' : `: ${p.value}`}${p.when('month', (month) => ` в ${month}`)}`,
    'Добавьте gasEquipment с этого дня: uses из cooking, waterHeating, heating; пустой список — газа нет.',
  ],
  'month-not-billed': (p) => [
    `месяц ${p.value}${p.when('house', (house) => ` дома ${house}`)} не начислен`,
    'Сначала начислите месяц, потом закрывайте его и печатайте документы.',
  ],
  'previous-month-open': (p) => [
    `предыдущий месяц${p.when('month', (month) => ` ${month}`)} не закрыт${p.value === '' ? '' : `, закрыть ${p.value} нельзя`}`,
    'Закрывайте месяцы по порядку.',
  ],
  'decision-day-missing': () => [
    'ставка берётся на день решения суда, а день решения не дан',
    'Передайте decidedOn или выберите другое значение переключателя penaltyRate.',
  ],
  'debt-change-not-positive': (p) => [
    `платёж, списание, снижение или отмена долга не больше нуля${p.value === '' ? '' : `: ${p.value}`}`,
    'Знак задаёт вид изменения; сумма в копейках всегда больше нуля.',
  ],
  'reversal-without-payment': (p) => [
    `отменено ${p.value} ₽${p.when('day', (day) => ` (${day})`)} из платежа, которого столько не было${p.when('paidOn', (day) => `: он от ${day}`)}`,
    'Отмена называет день платежа (paidOn), не раньше него и не больше уплаченного в этот день: проверьте платёж или сумму.',
  ],
  'key-format': (p) => [
    `ключ операции ${p.value} не годится`,
    'Ключ — непустой текст не длиннее 200 знаков без управляющих символов: номер платежа, номер заявки.',
  ],
  'clock-behind': (p) => [
    `часы отстают от журнала дома${p.value === '' ? '' : `: ${p.value}`}${p.when('journal', (at) => `, последняя запись ${at}`)}`,
    'Поправьте часы: по прошлому времени нельзя судить, какие платежи уже пришли.',
  ],
  'preview-outdated': (p) => [
    `месяц ${p.value} дома уже не таков, как в предварительном расчёте: пришли новые факты`,
    'Повторите предварительный расчёт, посмотрите, что изменилось, и начислите с новым digest.',
  ],
  'month-before-house': (p) => [
    `месяц ${p.value} раньше, чем дом начислен этой системой${p.when('since', (since) => `: с ${since}`)}`,
    'Начислите месяц не раньше этого; прежний долг внесите как openingSaldo.',
  ],
  'previous-month-not-billed': (p) => [
    `предыдущий месяц${p.when('month', (month) => ` ${month}`)} не начислен${p.value === '' ? '' : `, начислить ${p.value} нельзя`}`,
    'Начисляйте месяцы по порядку.',
  ],
  'zone-tariff-missing': (p) => [
    `у услуги нет тарифа зоны ${p.value}${p.when('month', (month) => ` в ${month}`)}, а прибор эту зону считает`,
    'Добавьте зону в zoneTariffs (для двухзонных приборов — в twoZoneTariffs).',
  ],
  'range-tariff-missing': (p) => [
    `нет тарифа диапазона ${p.value}`,
    'В ranges.tariffs нужен тариф на каждый диапазон выше первого, и у каждого — те же зоны, что у первого.',
  ],
  'range-limit-missing': (p) => [
    `порогов при электроотоплении ${p.value}, а нужно${p.when('expected', (expected) => ` ${expected}`)}`,
    'В electricHeating.limits нужно столько же порогов, сколько в limits.',
  ],
  'range-limit-order': (p) => [
    `порог диапазона ${p.value} не выше предыдущего${p.when('below', (below) => `, ${below}`)}${p.when('day', (day) => `, на ${day}`)}`,
    'Запишите пороги по возрастанию.',
  ],
  'range-limit-above-ceiling': (p) => [
    `порог диапазона ${p.value} кВт·ч выше федерального предела${p.when('ceiling', (ceiling) => ` ${ceiling}`)}${p.when('day', (day) => `, на ${day}`)}`,
    'Проверьте порог по акту региона; пределы при электроотоплении без газа — для electricHeating.limits.',
  ],
  'tariff-group-unknown': (p) => [
    `тарифной группы ${p.value} нет ни у одной услуги дома`,
    'Добавьте группу в tariffGroups услуги или исправьте её код в помещении.',
  ],
  'ranges-change-within-month': (p) => [
    `число диапазонов услуги ${p.value} меняется внутри месяца${p.when('month', (month) => ` ${month}`)}`,
    'Начните новые условия услуги с первого числа: порог установлен на месяц.',
  ],
  'capacity-missing': (p) => [
    `нет мощности или нагрузки помещения для двухставочного тарифа (${p.value})${p.when('day', (day) => ` на ${day}`)}${p.when('month', (month) => ` в ${month}`)}`,
    'Добавьте её в capacities помещения, в единице ставки.',
  ],
  'amount-too-large': (p) => [
    `сумма слишком велика${p.value === '' ? '' : `: ${p.value}`}`,
    'Проверьте объём и тариф: сумма строки не помещается в девять квадриллионов копеек.',
  ],
  'month-closed': (p) => [
    `месяц${p.value === '' ? '' : ` ${p.value}`}${p.when('month', (month) => ` ${month}`)}${p.when('house', (house) => ` дома ${house}`)} закрыт${p.when('closedAt', (at) => ` (${at})`)}`,
    'Закрытый месяц не меняется: внесите исправление, и разница встанет в открытый месяц.',
  ],
  'idempotency-conflict': (p) => [
    `ключ ${p.value} уже использован для другого содержания`,
    'Повторяйте запрос с тем же содержанием, для нового возьмите новый ключ.',
  ],
  'version-conflict': (p) => [
    `начисления${p.value === '' ? '' : ` ${p.value}`}${p.when('house', (house) => ` дома ${house}`)}${p.when('month', (month) => ` за ${month}`)} тем временем изменены${p.when('expected', (version) => `: ждали версию ${version}`)}${p.when('found', (version) => `, есть ${version}`)}`,
    'Прочитайте состояние заново и повторите расчёт.',
  ],
  'store-unavailable': (p) => [
    `хранилище недоступно${p.value === '' ? '' : `: ${p.value}`}${p.when('reason', (reason) => ` (${reason})`)}`,
    'Повторите позже с тем же ключом: дважды ничего не запишется.',
  ],
  'duplicate-entry': (p) => [
    `проводка ${p.value} уже есть в журнале`,
    'Проводки не меняют: исправление вносят новой, со своим идентификатором.',
  ],
  'store-in-use': (p) => [
    `хранилище ${p.value} открыто другой программой${p.when('pid', (pid) => `: процесс ${pid}`)}${p.when('host', (host) => ` на ${host}`)}`,
    `Закройте её или дождитесь конца.${p.when('lock', (lock) => ` Если её точно нет, удалите ${lock}.`)}`,
  ],
  'schema-newer': (p) => [
    `база записана более новой версией saldo${p.when('found', (found) => `: её схема ${found}`)}${p.when('known', (known) => `, здесь известна ${known}`)}`,
    'Обновите saldo.',
  ],
  'schema-changed': (p) => [
    `схема базы не та, что у этой версии saldo${p.when('migration', (migration) => `: шаг ${migration} записан иначе`)}`,
    'Возьмите ту версию saldo, которая создала базу, или восстановите базу из копии.',
  ],
  'pglite-missing': (p) => [
    `не установлен пакет ${p.fact('package') ?? 'хранилища'}${p.when('reason', (reason) => ` (${reason})`)}`,
    'Установите его рядом с saldo: он нужен только для хранилища в папке.',
  ],
};
