export type NpmEnvironment = Readonly<Record<string, string | undefined>>;

/** A script of package.json that starts the command line. */
export interface Script {
  /** `briefing`, as in `npm run briefing`. */
  readonly name: string;
  /** The arguments that the script gives itself: `demo`. */
  readonly words: readonly string[];
}

/** The script of npm's that this process runs as; null when it is none, or when another program ran it. */
export function npmScript(env: NpmEnvironment): Script | null {
  const match = /lambda[\\/]cli[\\/]start\.js\s*(.*)$/.exec(env.npm_lifecycle_script ?? '');
  const name = env.npm_lifecycle_event;
  if (match === null || name === undefined || !env.npm_config_user_agent?.startsWith('npm/')) return null;
  return { name, words: (match[1] ?? '').split(' ').filter((word) => word !== '') };
}
