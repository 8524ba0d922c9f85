import { z } from 'zod';
import { benefitRecord } from '../../model/benefit-records';
import { serviceCode } from '../../model/services';
import { dayText, idText, moneyText, shortText } from '../../model/text-types';
import { decimalStated } from './decimals';

const { covers, share, persons, paid, title, to } = benefitRecord.shape;

/** Benefits of a flat in short form. */
export const caseBenefits = z
  .array(
    z.strictObject({
      id: idText.optional().meta({ description: 'Код льготы; по умолчанию помещение, «льгота» и номер' }),
      account: idText.optional().meta({ description: 'Лицевой счёт; по умолчанию счёт помещения' }),
      person: idText.optional().meta({ description: 'Кто имеет право; по умолчанию «льготник»' }),
      category: idText.optional().meta({ description: 'Категория; по умолчанию «категория»' }),
      title,
      from: dayText.optional().meta({ description: 'С какого дня; по умолчанию давно' }),
      to,
      share,
      persons,
      covers,
      paid,
      received: dayText.optional().meta({ description: 'Когда поступил документ' }),
      act: shortText.optional().meta({ description: 'Закон и документ' }),
    }),
  )
  .meta({ description: 'Льготы: доля, сколько человек, услуги и меры' });

/** Compensations that a block expects. */
export const expectedCompensations = z
  .array(
    z.strictObject({
      service: serviceCode,
      benefit: idText.optional().meta({ description: 'Код льготы' }),
      amount: moneyText.meta({ description: 'Сумма, руб.' }),
      published: decimalStated.optional().meta({ description: 'Что напечатано в источнике' }),
    }),
  )
  .meta({ description: 'Компенсации счёта за месяц: все, по порядку услуг' });

/** Benefits of a flat in short form. */
export type CaseBenefits = z.infer<typeof caseBenefits>;
