/**
 * Payments that were asked of a gateway: one row an order, in its newest version. An order is never deleted, stays of its house, and its versions
 * follow one another.
 */
export const PAYMENT_INTENTS: readonly string[] = [
  `create table saldo.payment_intents (
     order_id text collate "C" primary key check (order_id <> ''),
     version integer not null check (version >= 1),
     house text collate "C" not null check (house <> ''),
     settled boolean not null,
     intent json not null
   )`,
  'create index payment_intents_awaited on saldo.payment_intents (order_id) where not settled',
  `create function saldo.refuse_other_version() returns trigger language plpgsql as $$
   begin
     if tg_op <> 'UPDATE' or new.order_id <> old.order_id or new.house <> old.house or new.version <> old.version + 1 then
       raise exception 'payment % is replaced by its next version only', old.order_id using errcode = 'SL005';
     end if;
     return new;
   end $$`,
  `create trigger next_version before update or delete on saldo.payment_intents
   for each row execute function saldo.refuse_other_version()`,
  `create trigger no_truncate before truncate on saldo.payment_intents for each statement execute function saldo.refuse_change()`,
];
