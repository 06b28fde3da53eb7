const lowest = 0.01;
const step = Math.log(1.02);
const buckets = 1_000;

/** Times in milliseconds, kept to two percent. */
export class Histogram {
  private readonly counts = new Float64Array(buckets);
  count = 0;

  add(milliseconds: number): void {
    const bucket = milliseconds <= lowest ? 0 : Math.ceil(Math.log(milliseconds / lowest) / step);
    const at = Math.min(bucket, buckets - 1);
    this.counts[at] = (this.counts[at] ?? 0) + 1;
    this.count += 1;
  }

  /** The time that this share of all was within; null when there is none. */
  quantile(share: number): number | null {
    if (this.count === 0) return null;
    let left = share * this.count;
    for (let bucket = 0; bucket < buckets; bucket += 1) {
      left -= this.counts[bucket] ?? 0;
      if (left <= 0) return lowest * Math.exp(bucket * step);
    }
    return null;
  }
}
