export { createFixtureClient as createEngineClient } from './fixtureClient.ts';
