import { z } from 'zod';
import { coefficientText } from './text-types';

/** How VAT («НДС») stands to a tariff: inside it, on top of it, not at all, at zero per cent. */
export const VAT_MODES = ['included', 'onTop', 'exempt', 'zero'] as const;
export type VatMode = (typeof VAT_MODES)[number];

/** VAT of a tariff entry: dated with the tariff, never a constant of the engine. */
export const tariffVat = z
  .strictObject({
    mode: z.enum(VAT_MODES).meta({
      description: 'included — НДС внутри тарифа, onTop — сверху (тариф без НДС), exempt — без НДС, zero — ставка 0 %',
    }),
    rate: coefficientText.optional().meta({ description: 'Ставка, %; без неё — общая ставка на день' }),
  })
  .meta({ description: 'НДС тарифа' });
export type TariffVat = z.infer<typeof tariffVat>;

/** VAT of a line: the mode, and the rate in per cent where there is one. */
export interface LineVat {
  readonly mode: VatMode;
  readonly rate?: string;
}
