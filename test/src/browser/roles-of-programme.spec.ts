import { browserSuite } from './chromium.ts';
import { PROGRAMME_PATHS } from './role-paths.ts';
import { rolesAtTheConsole } from './role-suite.ts';

browserSuite('roles of a programme’s people at the console', () => {
  rolesAtTheConsole(PROGRAMME_PATHS);
});
