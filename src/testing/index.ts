export { later } from '../kernel/calendar';
export { fixedClock, steppingClock } from './clock';
export type { TestRunner } from './contract-kit';
export { createMemoryStore } from './memory-store';
export {
  SAMPLE_INSTANT,
  sampleAccount,
  sampleBill,
  sampleEntry,
  sampleFact,
  sampleHouse,
  sampleReading,
  sampleTariff,
} from './sample-records';
export { storeContract } from './store-contract';
