import project from '../../package.json' with { type: 'json' };

/**
 * The code that makes a briefing, as its manifest names it: name and version of the package, and behind a `+`, as
 * semantic versioning writes the build, the commit that it was made from.
 *
 * @param commit as `commitOf` gives it; undefined for a release that is no checkout
 */
export function buildName(commit?: string): string {
  return `${project.name} ${project.version}${commit === undefined ? '' : `+${commit}`}`;
}
