import { z } from 'zod';
import { meteredService } from '../../model/services';
import { areaText, dayText, idText, monthText, normativeText, readingText } from '../../model/text-types';
import { decimalStated } from './decimals';

/** Terms of common needs in short form; the tariff is that of the service. */
const terms = z
  .strictObject({
    from: dayText.optional().meta({ description: 'С какого дня' }),
    to: dayText.optional().meta({ description: 'Первый день, когда уже не действуют' }),
    provider: idText.optional().meta({ description: 'Исполнитель; по умолчанию «исполнитель»' }),
    method: z
      .enum(['automated', 'normative', 'average', 'meter'])
      .optional()
      .meta({ description: 'Способ: automated — система учёта, normative — норматив, average — среднее, meter — показания' }),
    normative: z
      .record(dayText, normativeText.nullable())
      .optional()
      .meta({ description: 'Норматив на общие нужды, единица на м²: день → значение' }),
    area: areaText.optional().meta({ description: 'Площадь общего имущества, м²' }),
    averages: z.record(dayText, readingText).optional().meta({ description: 'Среднемесячный объём по решению: день → объём' }),
    carried: readingText.optional().meta({ description: 'Отрицательный объём на начало, без знака' }),
    excessToOwners: z.boolean().optional().meta({ description: 'Собрание решило распределять превышение' }),
    bySupplier: z.boolean().optional().meta({ description: 'Исполнитель — сам поставщик' }),
  })
  .meta({ description: 'Условия общих нужд по одному ресурсу' });

/** Common needs by service: terms one after another. */
export const caseCommon = z
  .partialRecord(meteredService, z.array(terms).min(1))
  .meta({ description: 'Общие нужды дома: услуга → условия по датам' });

/** Volumes of the house by act: service, month, volume. */
export const caseHouseVolumes = z
  .partialRecord(meteredService, z.record(monthText, readingText))
  .meta({ description: 'Объёмы дома по актам: услуга → месяц → объём' });

/** What an act of the house must say; only what is written is compared. */
export const expectedAct = z
  .strictObject({
    service: meteredService,
    basis: idText.optional().meta({ description: 'Строка таблицы volume.common' }),
    supplied: decimalStated.optional().meta({ description: 'Объём дома' }),
    premisesVolume: decimalStated.optional().meta({ description: 'Объёмы помещений' }),
    ownUse: decimalStated.optional().meta({ description: 'На собственное производство' }),
    posted: decimalStated.optional().meta({ description: 'Перерасчёты прошлых месяцев' }),
    actual: decimalStated.optional().meta({ description: 'Фактический объём общих нужд' }),
    carriedIn: decimalStated.optional().meta({ description: 'Перенесено с прошлых месяцев' }),
    carriedOut: decimalStated.optional().meta({ description: 'Переносится на следующие' }),
    billed: decimalStated.optional().meta({ description: 'Распределено между счетами' }),
    unbilled: decimalStated.optional().meta({ description: 'Сверх норматива, за исполнителем' }),
    deferred: decimalStated.optional().meta({ description: 'Ждёт корректировки' }),
    surplus: decimalStated.optional().meta({ description: 'Излишек, возвращённый жилым помещениям' }),
    residue: decimalStated.optional().meta({ description: 'Не начислено никому: округление и помещения без счёта' }),
    trueUps: z.array(decimalStated).optional().meta({ description: 'Корректировки дома за периоды, руб. без округления' }),
  })
  .meta({ description: 'Акт дома по ресурсу: сравнивается только написанное' });

export type CaseCommonTerms = z.infer<typeof terms>;
