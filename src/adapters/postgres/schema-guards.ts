/**
 * What the database guards by itself. A version of a house-month has as many bills, of the same sum, as it says («контрольные суммы»), when the
 * transaction ends and ever after. Keys are kept with the role that wrote them, houses with the role of their provider, so that
 * the providers of one database can be kept apart by rows ({@link rolesScript}).
 */
export const GUARDS: readonly string[] = [
  `create function saldo.refuse_short() returns trigger language plpgsql as $$
   declare
     found record;
   begin
     select count(*) as bills, coalesce(sum(total), 0) as billed into found
       from saldo.bills where house = new.house and month = new.month and version = new.version;
     if found.bills <> new.bills or found.billed <> new.billed then
       raise exception 'version % of % in house % says % bills of % kopecks, and has % of %',
         new.version, new.month, new.house, new.bills, new.billed, found.bills, found.billed using errcode = 'SL003';
     end if;
     return null;
   end $$`,
  `create constraint trigger whole_month after insert on saldo.month_versions deferrable initially deferred
   for each row execute function saldo.refuse_short()`,
  `create function saldo.refuse_more() returns trigger language plpgsql as $$
   declare
     found record;
   begin
     select m.house, m.month, m.version into found
       from (select distinct house, month, version from added) a
       join saldo.month_versions m on m.house = a.house and m.month = a.month and m.version = a.version
       where m.bills < (select count(*) from saldo.bills b where b.house = m.house and b.month = m.month and b.version = m.version)
       limit 1;
     if found.house is not null then
       raise exception 'version % of % in house % has all its bills', found.version, found.month, found.house using errcode = 'SL003';
     end if;
     return null;
   end $$`,
  `create trigger whole_month after insert on saldo.bills referencing new table as added
   for each statement execute function saldo.refuse_more()`,
  'alter table saldo.written_keys add column writer text not null default current_user',
  `create table saldo.provider_houses (
     house text collate "C" primary key check (house <> ''),
     provider regrole not null
   )`,
];
