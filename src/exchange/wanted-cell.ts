/** What a payer wants to pay of one service, as a file has it. */
interface WantedText {
  readonly service: string;
  readonly provider?: string;
  readonly amount: string;
}

const PART = /^([A-Za-z]+)(?:@([^=\s]+))?=(\S+)$/;

/**
 * Read a cell with the sums that a payer wants to pay by service; a cell of another form stays a text, which the schema refuses.
 *
 * @example wantedOfCell('coldWater@vk=100.00 gas=50.00')
 * //=> [{ service: 'coldWater', provider: 'vk', amount: '100.00' }, { service: 'gas', amount: '50.00' }]
 */
export const wantedOfCell = (text: string): readonly WantedText[] | string => {
  const parts = text.split(' ').map((part) => PART.exec(part));
  const wanted: WantedText[] = [];
  for (const part of parts) {
    if (part === null) return text;
    const [, service = '', provider, amount = ''] = part;
    wanted.push(provider === undefined ? { service, amount } : { service, provider, amount });
  }
  return wanted;
};

/** The inverse of {@link wantedOfCell}. */
export const cellOfWanted = (wanted: readonly WantedText[]): string =>
  wanted.map(({ service, provider, amount }) => `${service}${provider === undefined ? '' : `@${provider}`}=${amount}`).join(' ');
