export type ReadText = (file: string) => string | null;

/**
 * Whether one of npm's configuration files sets a name: the project's, the user's or the machine's, by the paths
 * that npm itself hands on.
 *
 * @param name as in a variable, with `_` for `-`
 */
export function isSetInNpmrc(
  name: string,
  env: Readonly<Record<string, string | undefined>>,
  read: ReadText,
): boolean {
  const { npm_config_local_prefix: project, npm_config_userconfig: user, npm_config_globalconfig: all } = env;
  const files = [project === undefined ? undefined : `${project}/.npmrc`, user, all];
  return files.some((file) => file !== undefined && namesIn(read(file) ?? '').includes(name));
}

/** The names that an ini file sets. */
function namesIn(text: string): readonly string[] {
  return text.split('\n').map((line) => (line.split('=', 1)[0] ?? '').trim().replaceAll('-', '_'));
}
