/** A clock that runs while somebody is waited for, and starts anew when it is reset. */
export class Patience {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly milliseconds: number,
    private readonly end: () => void,
  ) {}

  keep(isWaiting: boolean): void {
    if (!isWaiting) return this.reset();
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.end();
    }, this.milliseconds);
  }

  reset(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
