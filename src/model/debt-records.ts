import { z } from 'zod';
import { EXEMPTION_GROUNDS } from '../norms/federal/moratoria';
import { envelope } from './record-parts';
import { meteredService, serviceCode } from './services';
import { coefficientText, dayText, idText, moneyText, monthText, shortText } from './text-types';

const account = idText.meta({ description: 'Номер лицевого счёта' });
const document = shortText.meta({ description: 'Документ: заявление, акт, соглашение, судебный приказ' });

/** A fee that is paid by instalments («рассрочка», ПП № 354, п. 72). */
export const instalmentRecord = z.strictObject({
  kind: z.literal('instalment'),
  ...envelope,
  account,
  service: meteredService.or(z.literal('waste')).meta({ description: 'Коммунальная услуга, плата за которую выросла' }),
  month: monthText.meta({ description: 'Месяц, плата за который выросла' }),
  grantedOn: dayText.meta({ description: 'День, когда рассрочка предоставлена: по нему берут ключевую ставку' }),
  lastYear: moneyText
    .optional()
    .meta({ description: 'Плата за тот же месяц прошлого года, если её начисляли не мы; по умолчанию — по нашим счетам' }),
  interest: coefficientText.optional().meta({ description: 'Проценты годовых; по умолчанию по политике instalmentInterest' }),
  keyRate: coefficientText
    .optional()
    .meta({ description: 'Ключевая ставка дня предоставления, если она новее известной системе; нужна только с процентами' }),
  endedOn: dayText.optional().meta({ description: 'День, с которого остаток платят сразу: досрочно или по отказу' }),
  refused: z.literal(true).optional().meta({ description: 'Потребитель отказался от рассрочки сразу' }),
});

/** An agreement to repay a debt by parts («соглашение о погашении задолженности»). */
export const repaymentAgreementRecord = z.strictObject({
  kind: z.literal('repaymentAgreement'),
  ...envelope,
  account,
  provider: idText.meta({ description: 'Идентификатор исполнителя' }),
  agreedOn: dayText.meta({ description: 'День соглашения' }),
  debts: z
    .array(
      z.strictObject({
        month: monthText.meta({ description: 'Месяц долга' }),
        service: serviceCode.optional().meta({ description: 'Услуга; без неё — все услуги исполнителя' }),
        amount: moneyText.meta({ description: 'Сумма долга, руб.' }),
      }),
    )
    .min(1)
    .max(1200)
    .meta({ description: 'Какой долг погашают' }),
  parts: z
    .array(z.strictObject({ due: dayText.meta({ description: 'Последний день' }), amount: moneyText }))
    .min(1)
    .max(120)
    .meta({ description: 'Части и их сроки' }),
  graceDays: z.int().min(0).max(366).default(0).meta({ description: 'Сколько дней опоздания не нарушают соглашение' }),
  freezePenalties: z.boolean().default(false).meta({ description: 'Пока соглашение соблюдают, пени на этот долг не начисляют' }),
  onBreach: z.enum(['revive', 'spareFrozen']).optional().meta({
    description: 'Пени за дни соглашения, если его нарушили: revive — начисляют, spareFrozen — нет; по умолчанию политика agreementBreach',
  }),
  document,
});

/** What interrupts or stops the limitation of a debt: an acknowledgement, a claim in court. */
export const debtEventRecord = z.strictObject({
  kind: z.literal('debtEvent'),
  ...envelope,
  account,
  type: z.enum(['acknowledged', 'claimed']).meta({ description: 'acknowledged — долг признан письменно, claimed — обращение в суд' }),
  on: dayText.meta({ description: 'День документа или обращения' }),
  from: monthText.optional().meta({ description: 'Первый месяц долга; без него — с самого начала' }),
  to: monthText.optional().meta({ description: 'Последний месяц долга' }),
  provider: idText.optional().meta({ description: 'Исполнитель; без него — все' }),
  service: serviceCode.optional().meta({ description: 'Услуга; без неё — все' }),
  ended: z
    .strictObject({
      on: dayText.meta({ description: 'День' }),
      outcome: z
        .enum(['awarded', 'cancelled'])
        .meta({ description: 'awarded — взыскано, cancelled — приказ отменён или заявление оставлено без рассмотрения' }),
    })
    .optional()
    .meta({ description: 'Чем кончилось обращение в суд' }),
  document,
});

/** One account follows another («правопреемство лицевых счетов»): split, merged, renumbered, or with a new owner. */
export const accountSuccessionRecord = z.strictObject({
  kind: z.literal('accountSuccession'),
  ...envelope,
  on: dayText.meta({ description: 'Первый день новых счетов' }),
  reason: z.enum(['split', 'merge', 'ownerChange', 'renumbering']).meta({
    description:
      'split — счёт разделён, merge — счета объединены, ownerChange — новый собственник, renumbering — новый номер того же счёта',
  }),
  from: z.array(account).min(1).max(100).meta({ description: 'Прежние счета' }),
  to: z
    .array(
      z.strictObject({
        account,
        parts: z.int().min(1).max(1_000_000).default(1).meta({ description: 'Сколько частей переходящего долга; по умолчанию поровну' }),
      }),
    )
    .min(1)
    .max(100)
    .meta({ description: 'Новые счета' }),
  formerOwner: z
    .enum(['private', 'public'])
    .default('private')
    .meta({ description: 'Прежний собственник: у public (государство, город) долг по капитальному ремонту не переходит' }),
  debt: z
    .literal('moves')
    .optional()
    .meta({ description: 'Весь долг (и аванс) переходит по соглашению о переводе долга; без него — как в законе' }),
  document,
});

/** An account, or one creditor of it, that bears no penalties on some days («освобождение от пеней»). */
export const penaltyExemptionRecord = z.strictObject({
  kind: z.literal('penaltyExemption'),
  ...envelope,
  account,
  ground: z.enum(EXEMPTION_GROUNDS).meta({
    description:
      'military — участник СВО или его семья, bankruptcy — банкротство должника, agreement — соглашение, waiver — исполнитель не начисляет',
  }),
  from: dayText.meta({ description: 'Первый день без пеней' }),
  to: dayText.optional().meta({ description: 'Первый день, когда пени снова идут; без него — открыто' }),
  provider: idText.optional().meta({ description: 'Только долги этому исполнителю; без него — все' }),
  document,
});

export type PenaltyExemptionRecord = z.infer<typeof penaltyExemptionRecord>;
export type InstalmentRecord = z.infer<typeof instalmentRecord>;
export type RepaymentAgreementRecord = z.infer<typeof repaymentAgreementRecord>;
export type DebtEventRecord = z.infer<typeof debtEventRecord>;
export type AccountSuccessionRecord = z.infer<typeof accountSuccessionRecord>;
