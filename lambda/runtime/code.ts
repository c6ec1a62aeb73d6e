import project from '../../package.json' with { type: 'json' };

/** The code that makes a briefing, as its manifest names it. */
export const code = `${project.name} ${project.version}`;
