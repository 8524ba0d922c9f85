/** Where a published value was read, in the words that an explanation shows. */
export interface Source {
  readonly act: string;
  readonly place: string;
}

/** The pages and acts from which the demo takes its tariffs and normatives, with how sure each is. */
export const SOURCES = {
  moscowWater: {
    act: 'Тариф Москвы с 01.07.2025, номер акта в источнике не назван',
    place:
      'novosibirsk-life.ru «Рост тарифов на ЖКХ в России с 1 июля», https://novosibirsk-life.ru/rost-tarifov-na-zhkh-v-rossii-s-1-iyulya; город и год на странице не названы (выведены), сверено с настройками github.com/Mozarel-94/Raschet_ZHKH',
  },
  moscowDefaults: {
    act: 'Тариф Москвы с 01.07.2025, номер акта в источнике не назван',
    place: 'настройки калькулятора https://github.com/Mozarel-94/Raschet_ZHKH; город и дата в нём не названы (выведены)',
  },
  moscowElectricStoves: {
    act: 'Приказ Департамента экономической политики и развития города Москвы, номер в источнике не назван',
    place:
      'дома с электроплитами с 01.07.2025: https://iberdsk.ru/stolichnye-vlasti-utverdili-novye-tarify-na-elektroenergiyu-dlya.html (7,16 и 3,71–10,23); зоны сверены с настройками github.com/Mozarel-94/Raschet_ZHKH',
  },
  moscowGasStoves: {
    act: 'Приказ Департамента экономической политики и развития города Москвы, номер в источнике не назван',
    place:
      'дома с газовыми плитами с 01.07.2025: «Утверждены новые тарифы ЖКХ: сколько придется платить в 2025 году», https://web.lifelines.name/read/393d2180-9d56-50c5-8870-c156bc96db45 (пересказ «РГ»)',
  },
  moscowNormatives: {
    act: 'Норматив Москвы, номер акта в источнике не назван',
    place:
      'lol-info.ru, 2022 год: https://lol-info.ru/ugolovnoe-pravo/6613-normativy-potrebleniya-kommunalnykh-uslug.html; горячая вода там 4,75, точное 4,745 — из github.com/Mozarel-94/Raschet_ZHKH',
  },
  moscowOctober: {
    act: 'Акт не прочитан: рост с 01.10.2026, о котором объявлено заранее',
    place: 'Новости Mail 01.01.2026, https://news.mail.ru/economics/69309551/',
  },
  perm: {
    act: 'Проект тарифов Перми с 01.07.2024, акт не прочитан',
    place:
      'http://xn--59-6kcaksaxzhphnok9a.xn--p1ai/?p=2285 (пересказ t.me/operativperm); даты на странице нет, год выведен; повышения 2025 года в источниках нет',
  },
  permNormatives: {
    act: 'Норматив Перми, номер акта в источнике не назван',
    place:
      'таблица нормативов 2022 года: https://fort-admiral.ru/vozvrat-tovarov/4739-v-rostovskoy-oblasti-vvedut-edinyy-normativ-na-podogrev-vody.html',
  },
  sverdlovskHeat: {
    act: 'Норматив подогрева другого региона (Свердловская область): по Перми в источниках не найден, взят для показа',
    place: 'https://sverdlovsk-gov.ru/doc/49746, собственники жилых помещений',
  },
  permOctober: {
    act: 'Акт не прочитан: предельный рост с 01.10.2026',
    place: 'URA.RU 02.12.2025, https://ura.news/news/1053042993; тариф ещё не назван, взят самый большой рост — 15 %',
  },
  chernushka: {
    act: 'Постановление Министерства по тарифам Пермского края от 22.11.2023 № 258-в',
    place:
      'Чернушка, питьевая вода, https://base.garant.ru/408096551/89300effb84a59912210b23abe10a68f; позднейшие изменения акта не прочитаны',
  },
  ownHeaters: {
    act: 'Норматив Перми для домов с водонагревателями, номер акта в источнике не назван',
    place:
      'zwezda.su, https://zwezda.su/amp/v-permi-izmenilis-normativy-na-uslugi-vodosnabzheniya-i-vodootvedeniya; дата в отрывке не названа, для Чернушки норматив не найден — взят как в Перми',
  },
  meeting: {
    act: 'Решение общего собрания собственников',
    place: 'пример: размер придуман для показа',
  },
  freePrice: {
    act: 'Договор энергоснабжения, нерегулируемая цена',
    place: 'пример: цена придумана для показа',
  },
} as const satisfies Record<string, Source>;

/** The source of a value that was computed from another one, with the arithmetic. */
export const computed = (source: Source, arithmetic: string): Source => ({
  act: `Вычислено: ${arithmetic}. ${source.act}`,
  place: source.place,
});

/** VAT is 22 % instead of 20 % from 01.01.2026, so a tariff that holds it grows 122/120, about 1.7 %. */
export const VAT_2026: Source = {
  act: 'НДС 22 % вместо 20 % с 01.01.2026; акт о тарифе не прочитан',
  place: 'такой же рост, 1,7 %, назван для Пермского края: https://ura.news/news/1053042993',
};
