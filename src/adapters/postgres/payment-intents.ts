import { invariant } from '../../kernel/result';
import type { PaymentIntent, PaymentIntents } from '../../ports/payment-intents';
import type { SqlConnection, SqlRow } from './connection';
import { text } from './rows';

/**
 * Payments that were asked of a gateway, over PostgreSQL or PGlite, in the schema of the store. The database has been migrated ({@link migrate}). What the
 * database refuses or cannot be asked rejects.
 *
 * @example const payments = createPayments({ saldo, store, gateway, intents: createPostgresIntents(connection), clock, dayOf, source: 'сайт' });
 */
export const createPostgresIntents = (connection: SqlConnection): PaymentIntents => {
  const find = async (orderId: string): Promise<PaymentIntent | null> => {
    const { rows } = await connection.query('select intent from saldo.payment_intents where order_id = $1', [orderId]);
    return rows[0] === undefined ? null : intentOf(rows[0]);
  };
  return {
    add: async (intent) => {
      await connection.query(
        `insert into saldo.payment_intents (order_id, version, house, settled, intent)
         values ($1, $2::text::integer, $3, $4::text::boolean, $5::text::json) on conflict (order_id) do nothing`,
        [intent.orderId, String(intent.version), intent.house, String(intent.settled), JSON.stringify(intent)],
      );
      const kept = await find(intent.orderId);
      invariant(kept !== null, 'an intent that was added is there');
      return kept;
    },
    find,
    replace: async (intent) => {
      const { count } = await connection.query(
        `update saldo.payment_intents set version = $2::text::integer, settled = $3::text::boolean, intent = $4::text::json
         where order_id = $1 and version = $2::text::integer - 1`,
        [intent.orderId, String(intent.version), String(intent.settled), JSON.stringify(intent)],
      );
      return count === 1;
    },
    unsettled: async (after, limit) => {
      const { rows } = await connection.query(
        `select intent from saldo.payment_intents where not settled and ($1::text is null or order_id > $1::text)
         order by order_id limit $2::text::bigint`,
        [after, String(limit)],
      );
      return rows.map(intentOf);
    },
  };
};

const intentOf = (row: SqlRow): PaymentIntent => JSON.parse(text(row, 'intent')) as PaymentIntent;
