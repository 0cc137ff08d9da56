/** Network time: drives delivery, review, insights and closed days. It advances only while the server runs. */
export interface NetworkClock {
  /** Now, in network time. */
  now(): Date;
  /** Network seconds per wall second: 60 in demo with synthetic members, else 1. */
  readonly rate: number;
}
