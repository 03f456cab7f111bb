import { runProgramme } from './programme/run.ts';

const { output, errors, exitCode } = await runProgramme(process.argv.slice(2));
process.stdout.write(output);
process.stderr.write(errors);
process.exitCode = exitCode;
