/** The model of a run: what the views draw, say and list, as pure functions of a recording and a cursor. */
export { buildModel } from './modelIndex.ts';
export { learnStatements, unknownSteps, worldAt } from './world.ts';
export { runGraph } from './runGraph.ts';
export { narrate } from './narration.ts';
export { eventStepsOf, nextEvent, nextStep, previousEvent, previousStep } from './steps.ts';
export { choiceRoads, timelineData } from './timeline.ts';
export { clockText, durationText } from './duration.ts';
export { spokenDuration } from './duration.ts';
export {
  atomicName,
  channelColumns,
  channelName,
  channelRows,
  condName,
  contextName,
  goroutineColumns,
  goroutineLabel,
  goroutineName,
  goroutineRows,
  lockName,
  onceName,
  semaphoreName,
  stateText,
  timerName,
  waitGroupName,
  worldSummary,
} from './tables.ts';
