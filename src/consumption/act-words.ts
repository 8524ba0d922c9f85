import { dayWords } from '../kernel/calendar';
import type { ActRecord, ActType } from '../model/records';

const TITLE: Readonly<Record<ActType, string>> = {
  accessRefused: 'акт об отказе в допуске',
  check: 'акт проверки',
  tampering: 'акт о вмешательстве в прибор',
  unauthorised: 'акт о несанкционированном подключении',
  installationRefused: 'акт об отказе в установке прибора',
  supplierDelay: 'обращение о просрочке прибора',
};

/** An act as people cite it. @example actText(act) //=> 'акт проверки от 14.07.2026 (контролёр: пломбы целы)' */
export const actText = ({ type, on, drawnUpBy, reason }: ActRecord): string =>
  `${TITLE[type]} от ${dayWords(on)} (${drawnUpBy}: ${reason})`;

/** Several acts, cited one after another. */
export const actsText = (acts: readonly ActRecord[]): string => acts.map(actText).join('; ');
