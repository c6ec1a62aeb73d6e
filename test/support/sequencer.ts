import { createHash } from 'node:crypto';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The order of test files: suites with a process of their own first, since among them are the longest; then those that
 * share one, those of a single rule last, so that no long file is left to one core alone at the end. Within each of
 * these the order is shuffled by the seed. Projects are not mixed: vitest ends a shared process when the next file is of
 * another project, and the one after it loads all the code again.
 */
export class ProjectByProject extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { seed } = this.ctx.config.sequence;
    const { root } = this.ctx.config;
    const placed = files.map((file) => {
      const path = file.moduleId.slice(root.length + 1);
      const shuffled = createHash('sha256').update(`${seed} ${path}`).digest('hex');
      const short = path.startsWith('test/unit/');
      return { file, place: `${file.project.name} ${short ? 'z' : 'a'} ${shuffled}` };
    });
    return placed.sort((a, b) => (a.place < b.place ? -1 : 1)).map(({ file }) => file);
  }
}
