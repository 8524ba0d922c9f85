import type { ReadingTextCode } from './problem-text-codes';
import type { Words } from './problem-text-words';

type Texts = Readonly<Record<ReadingTextCode, Words>>;

/** Russian texts about meters, windows and readings that come in. */
export const READINGS_RU: Texts = {
  'ratio-not-electricity': (p) => [
    `коэффициент трансформации у прибора услуги ${p.value}`,
    'Он бывает только у электросчётчиков: уберите ratios или проверьте service.',
  ],
  'ratio-not-positive': (p) => [
    `коэффициент трансформации ${p.value} не больше нуля`,
    'Возьмите его из акта ввода или замены трансформаторов.',
  ],
  'ratio-too-fine': (p) => [
    `коэффициент ${p.value} и шкала с ${p.fact('decimals') ?? ''} знаками дают объём больше чем в ${p.fact('most') ?? ''} знаков`,
    'Запишите коэффициент без лишних нулей или проверьте decimals шкалы.',
  ],
  'ratio-without-stand': (p) => [
    `коэффициент трансформации сменился ${p.value}, а показания этого дня нет`,
    'Добавьте stand — показание из акта: оно закрывает прежний коэффициент и открывает новый.',
  ],
  'reading-window-order': (p) => [
    `окно показаний начинается ${p.value}-го, после последнего дня${p.when('cutoffDay', (day) => ` (${day})`)}`,
    'Проверьте firstDay и cutoffDay.',
  ],
  'meter-above-cycle': (p) => [`прибор ${p.value} стоит выше самого себя`, 'Разорвите круг: проверьте поля above.'],
  'meters-on-one-path': (p) => [
    `объём прибора ${p.value} посчитан дважды${p.when('other', (other) => `: он проходит и через ${other}`)}`,
    'Начисляют по одному из приборов на пути: уберите лишний или исправьте above.',
  ],
  'readings-undecided': (p) => [
    `показания ждут решения${p.when('month', (month) => ` за ${month}`)}: ${p.value}`,
    'Примите или отклоните каждое; закрыть месяц без решения можно, назвав, кто так решил (leaveUndecided).',
  ],
  'reading-unknown': (p) => [`показания ${p.value} нет`, 'Проверьте идентификатор: возможно, показание отозвано.'],
  'below-missing': (p) => [
    `показание ${p.value} ниже предыдущего, и не сказано почему`,
    'Чтобы принять его, укажите below: rollover — прибор прошёл через ноль, correction — прежнее было завышено.',
  ],
  'reading-row-form': (p) => [
    `строка не похожа ни на одну из форм: ${p.value}`,
    'Передайте её человеку: показания из свободного текста не угадывают.',
  ],
  'reading-absent': (p) => [`показания нет${p.value === '' ? '' : `: ${p.value}`}`, 'Если прибор есть, попросите показание.'],
  'reading-service-unknown': (p) => [`неизвестный вид прибора или услуги: ${p.value}`, 'Исправьте код в строке или в настройке формы.'],
  'reading-meter-unknown': (p) => [
    `прибора ${p.value} нет у этого счёта${p.when('account', (account) => ` (${account})`)}`,
    'Проверьте заводской номер, услугу и счёт; снятые приборы показаний не принимают.',
  ],
  'reading-meter-ambiguous': (p) => [
    `не сказано, какой из приборов: ${p.value}`,
    'У счёта их несколько: нужен заводской номер, а где показаний столько же, сколько приборов, — порядок.',
  ],
  'reading-zones-mismatch': (p) => [
    `показаний ${p.value}, а шкал у прибора ${p.fact('registers') ?? ''}`,
    'Нужно по показанию на каждую зону суток.',
  ],
  'reading-previous-mismatch': (p) => [
    `прежнее показание ${p.value}, а у нас${p.when('stored', (stored) => ` ${stored}`)}`,
    'Наше остаётся; сверьте прибор и номер.',
  ],
  'reading-repeated': (p) => [`та же строка уже была${p.when('first', (first) => `: ${first}`)}`, 'Повтор ничего не меняет.'],
  'reading-rows-differ': (p) => [
    `у одного прибора за один день разные показания: ${p.value}${p.when('other', (other) => ` и ${other}`)}`,
    'Оставьте одно: какое верно, знает тот, кто снимал.',
  ],
};

/** English texts about meters, windows and readings that come in. */
export const READINGS_EN: Texts = {
  'ratio-not-electricity': (p) => [
    `a transformation ratio on a meter of ${p.value}`,
    'Only electricity meters have one: drop ratios, or check service.',
  ],
  'ratio-not-positive': (p) => [
    `the transformation ratio ${p.value} is not above zero`,
    'Take it from the act of commissioning or replacement.',
  ],
  'ratio-too-fine': (p) => [
    `the ratio ${p.value} and a dial with ${p.fact('decimals') ?? ''} decimals give a volume with more than ${p.fact('most') ?? ''}`,
    'Write the ratio without spare zeros, or check decimals of the dial.',
  ],
  'ratio-without-stand': (p) => [
    `the transformation ratio changed on ${p.value}, and there is no reading of that day`,
    'Add stand, the reading of the act: it closes the old ratio and opens the new one.',
  ],
  'reading-window-order': (p) => [
    `the reading window begins on day ${p.value}, after its last day${p.when('cutoffDay', (day) => ` (${day})`)}`,
    'Check firstDay and cutoffDay.',
  ],
  'meter-above-cycle': (p) => [`meter ${p.value} stands above itself`, 'Break the circle: check the fields above.'],
  'meters-on-one-path': (p) => [
    `the volume of meter ${p.value} counts twice${p.when('other', (other) => `: it goes through ${other} too`)}`,
    'One meter of a path is billed: drop the other, or mend above.',
  ],
  'readings-undecided': (p) => [
    `readings wait for a decision${p.when('month', (month) => ` for ${month}`)}: ${p.value}`,
    'Accept or refuse each; to close the month all the same, say who decided so (leaveUndecided).',
  ],
  'reading-unknown': (p) => [`there is no reading ${p.value}`, 'Check the id: the reading may have been withdrawn.'],
  'below-missing': (p) => [
    `the reading ${p.value} is below the last one, and nobody said why`,
    'To accept it, say below: rollover when the meter went through zero, correction when the last one was too high.',
  ],
  'reading-row-form': (p) => [
    `the row has none of the known forms: ${p.value}`,
    'Hand it to a person: readings are not guessed from free text.',
  ],
  'reading-absent': (p) => [`there is no reading${p.value === '' ? '' : `: ${p.value}`}`, 'If there is a meter, ask for the reading.'],
  'reading-service-unknown': (p) => [`an unknown kind of meter or service: ${p.value}`, 'Mend the code in the row, or the form settings.'],
  'reading-meter-unknown': (p) => [
    `this account has no meter ${p.value}${p.when('account', (account) => ` (${account})`)}`,
    'Check serial number, service and account; removed meters take no readings.',
  ],
  'reading-meter-ambiguous': (p) => [
    `which of the meters is meant is not said: ${p.value}`,
    'The account has several: give the serial number, or as many readings as there are meters.',
  ],
  'reading-zones-mismatch': (p) => [
    `${p.value} readings, and the meter has ${p.fact('registers') ?? ''} registers`,
    'One reading for each zone is needed.',
  ],
  'reading-previous-mismatch': (p) => [
    `the previous reading is told as ${p.value}, ours is${p.when('stored', (stored) => ` ${stored}`)}`,
    'Ours stays; check meter and account.',
  ],
  'reading-repeated': (p) => [`the same row came before${p.when('first', (first) => `: ${first}`)}`, 'A repetition changes nothing.'],
  'reading-rows-differ': (p) => [
    `one meter has different readings of one day: ${p.value}${p.when('other', (other) => ` and ${other}`)}`,
    'Keep one: who took it knows which is right.',
  ],
};
