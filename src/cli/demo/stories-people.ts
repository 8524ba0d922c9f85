import { flatWithAccount, type Story, watersOf } from './story';

/** No water meters, although they could be there. */
export const unmetered: Story = (out, plan, index) => {
  flatWithAccount(out, plan, index).settled(3).metered(watersOf(plan));
};

/** A meter on cold water only. */
export const coldOnly: Story = (out, plan, index) => {
  flatWithAccount(out, plan, index).settled(2).metered(['hotWater']);
};

/** No water meters, and an act that there cannot be any. */
export const impossible: Story = (out, plan, index) => {
  const act = { from: '2024-02-01', act: 'Акт обследования от 30.01.2024 № 11' };
  const meteringImpossible = watersOf(plan).map((service) => ({ service, ...act }));
  flatWithAccount(out, plan, index, { meteringImpossible }).settled(2).metered(watersOf(plan));
};

/** Nobody lives here and there are no water meters, so the two owners count. */
export const empty: Story = (out, plan, index) => {
  flatWithAccount(out, plan, index, { owners: [{ from: '2019-10-04', count: 2 }] }).metered(watersOf(plan));
};

/** No water meters; a child is born on 11 April, somebody moves out on 19 July. */
export const bornAndLeft: Story = (out, plan, index) => {
  const flat = flatWithAccount(out, plan, index).settled(2).metered(watersOf(plan));
  const third = flat.person('2019-09-01');
  flat.person('2026-04-11', { born: '2026-04-11' });
  flat.leaves(third, '2026-07-19');
};

/** No water meters; guests for six weeks count, guests for four days do not. */
export const guests: Story = (out, plan, index) => {
  const flat = flatWithAccount(out, plan, index).settled(1).metered(watersOf(plan));
  flat.person('2026-06-10', { to: '2026-07-26', stay: 'temporary' });
  flat.person('2026-08-03', { to: '2026-08-07', stay: 'temporary' });
};
