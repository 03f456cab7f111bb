import { end } from './outcome.ts';
import { runProgramme } from './programme/run.ts';

end(await runProgramme(process.argv.slice(2)));
