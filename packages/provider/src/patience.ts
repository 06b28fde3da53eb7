/** A change that is on its way for longer is said to be on this device only, in milliseconds. */
export const lateAfter = 3_000;
/** The socket is not waited for any longer than this while it does not answer, in milliseconds. */
export const silentAfter = 5_000;

/** A clock that runs while somebody is waited for, and strikes once; it starts anew when it is reset. */
export class Patience {
  /** It struck, and nobody has reset it since. */
  isOver = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly milliseconds: number,
    private readonly strike: () => void,
  ) {}

  keep(isWaiting: boolean): void {
    if (!isWaiting) return this.reset();
    if (this.isOver) return;
    this.timer ??= setTimeout(() => {
      this.isOver = true;
      this.strike();
    }, this.milliseconds);
  }

  reset(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.isOver = false;
  }
}
