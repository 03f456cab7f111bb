import { readEnvironment } from '@laurel/config';
import { runCalendar } from './calendar/run.ts';
import { end } from './outcome.ts';

end(await runCalendar(process.argv.slice(2), readEnvironment));
