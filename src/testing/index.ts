export { later } from '../kernel/calendar';
export { fixedClock, steppingClock } from './clock';
export type { TestRunner } from './contract-kit';
export { CONTRACT_LIMITS, type MakeQueue, type QueueUnderTest } from './contract-queue-kit';
export { type GatewayHarness, gatewayContract } from './gateway-contract';
export { createGatewaySandbox } from './gateway-sandbox';
export type { GatewaySandbox, SandboxAnswer, SandboxDelivery, SandboxOptions, SandboxOutcome, SandboxScript } from './gateway-scripts';
export { intentsContract } from './intents-contract';
export { jobQueueContract } from './job-queue-contract';
export { createMemoryIntents } from './memory-intents';
export { createMemoryQueue, type MemoryQueueOptions } from './memory-queue';
export { createMemoryStore, type MemoryStore } from './memory-store';
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
