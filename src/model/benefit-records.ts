import { z } from 'zod';
import { envelope, stretch } from './record-parts';
import { termService } from './services';
import { areaText, dayText, idText, moneyText, monthText, shareText, shortText } from './text-types';

/** What part of a charge a benefit looks at. */
export const BENEFIT_MEASURES = ['volume', 'normative', 'area', 'fixed', 'whole'] as const;
/** What part of a charge a benefit looks at. */
export type BenefitMeasure = (typeof BENEFIT_MEASURES)[number];

const cover = z
  .strictObject({
    service: termService,
    item: idText.optional().meta({ description: 'Статья жилищной услуги; без неё — услуга без статей' }),
    by: z.enum(BENEFIT_MEASURES).meta({
      description:
        'volume — объём в пределах норматива, normative — норматив, area — площадь в пределах социальной нормы, fixed — твёрдая сумма, whole — вся плата',
    }),
    normative: idText.optional().meta({ description: 'Код норматива на человека; по умолчанию норматив услуги в доме' }),
    area: areaText.optional().meta({ description: 'Площадь на одного человека, м²: для by: area' }),
    amount: moneyText.optional().meta({ description: 'Твёрдая сумма в месяц, руб.: для by: fixed' }),
  })
  .meta({ description: 'Услуга, на которую льгота действует, и чем она измеряется' });

/** A benefit («мера социальной поддержки, льгота») of one person in a premises or on an account. */
export const benefitRecord = z.strictObject({
  kind: z.literal('benefit'),
  ...envelope,
  account: idText.optional().meta({ description: 'Номер лицевого счёта; или помещение' }),
  premises: idText.optional().meta({ description: 'Помещение: льгота у счёта, который в нём открыт' }),
  person: idText.meta({ description: 'Кто имеет право: код человека' }),
  category: idText.meta({ description: 'Код категории: ветеран, инвалид, многодетные' }),
  title: shortText.optional().meta({ description: 'Название категории, как его увидят люди' }),
  ...stretch,
  share: shareText.meta({ description: 'Доля k от 0 до 1', examples: ['0.5'] }),
  persons: z.int().min(1).max(50).default(1).meta({ description: 'Сколько человек: сам льготник (1) или с членами семьи' }),
  covers: z.array(cover).min(1).max(50).meta({ description: 'Услуги и меры' }),
  paid: z.enum(['discount', 'compensation', 'subsidy']).default('discount').meta({
    description:
      'discount — скидка в счёте, бюджет возмещает исполнителю; compensation — деньги гражданину, счёт не меняется; subsidy — деньги исполнителю, придут платежом',
  }),
  receivedOn: dayText.optional().meta({ description: 'День, когда документ поступил; по умолчанию известно вовремя' }),
  act: shortText.meta({ description: 'Закон и документ человека' }),
});

/** A subsidy for housing and utilities («субсидия», ЖК РФ, ст. 159) as the authority granted it. */
export const subsidyRecord = z.strictObject({
  kind: z.literal('subsidy'),
  ...envelope,
  account: idText.meta({ description: 'Номер лицевого счёта' }),
  from: monthText.meta({ description: 'Первый месяц' }),
  months: z.int().min(1).max(12).default(6).meta({ description: 'На сколько месяцев' }),
  members: z.int().min(1).max(50).meta({ description: 'Членов семьи' }),
  standard: moneyText.meta({ description: 'Региональный стандарт стоимости ЖКУ на одного члена семьи в месяц, руб.' }),
  income: moneyText.meta({ description: 'Совокупный доход семьи в месяц, руб.' }),
  share: shareText.meta({ description: 'Максимально допустимая доля расходов в доходе, от 0 до 1', examples: ['0.22'] }),
  minimum: moneyText.meta({ description: 'Прожиточный минимум семьи на одного, руб.' }),
  receivedOn: dayText.optional().meta({ description: 'День, когда решение поступило' }),
  act: shortText.meta({ description: 'Решение о субсидии' }),
});

export type BenefitRecord = z.infer<typeof benefitRecord>;
export type BenefitCover = BenefitRecord['covers'][number];
export type SubsidyRecord = z.infer<typeof subsidyRecord>;
