import project from '../../package.json' with { type: 'json' };

/** The code that makes a briefing, as its manifest names it: name and version of the package. */
export function codeName(): string {
  return `${project.name} ${project.version}`;
}
