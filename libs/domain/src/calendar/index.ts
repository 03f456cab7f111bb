export type * from './calendar.types.ts';
export { civilDateOf, dateOf, endOfDate, instantAt } from './days.ts';
export { addWorkingDays, isWorkingDay, workingDaysBetween, type SteppedOver, type WorkingDaysCount } from './working-days.ts';
export { extendClock, pauseClock, resumeClock, startClock, usedMsAt } from './clock.ts';
export { dateIn, isDate, phaseOf, written, writtenDate, writtenDay, type Phase } from './written.ts';
export { workingDaysUsed, type ClockTurn } from './days-used.ts';
export { nextWake, planWait, type Wake } from './wait-plan.ts';
