import { describe, expect, it } from 'vitest';
import { createMemoryIntents, intentsContract } from '../../src/testing';

describe('intents in memory', () => intentsContract({ describe, it, expect }, () => createMemoryIntents()));
