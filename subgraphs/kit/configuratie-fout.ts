/** Every problem of a configuration at once; the values themselves are not repeated. */
export class ConfiguratieFout extends Error {
  override readonly name = 'ConfiguratieFout';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`configuration is not valid:\n${problems.map((p) => `  - ${p}`).join('\n')}`);
    this.problems = problems;
  }
}
