export { countClock, printClock, type ClockAnswer } from './clock.ts';
export { printSimulation } from './print.ts';
export { simulate } from './simulate.ts';
export type { Pace, SimulatedStage, Simulation, WaitDates } from './simulation.ts';
