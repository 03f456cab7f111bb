import { browserSuite } from './chromium.ts';
import { HOUSE_PATHS } from './role-paths.ts';
import { rolesAtTheConsole } from './role-suite.ts';

browserSuite('roles of the house at the console', () => {
  rolesAtTheConsole(HOUSE_PATHS);
});
