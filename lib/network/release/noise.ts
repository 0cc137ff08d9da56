import { discreteGaussian } from "./discrete-gaussian";
import { epochKey, keyedStream, questionSeed } from "./keyed-stream";

/**
 * The noise of one question: the same for the same (epoch, kind, canonical), whoever asks and however often.
 * It depends on the question, never on the people in it.
 */
export type Noise = (epoch: string, kind: string, canonical: string, sigma: number) => number;

/** @param master the release key; whoever has it can subtract the noise. */
export function createNoise(master: Uint8Array): Noise {
  const keys = new Map<string, Uint8Array>();
  return (epoch, kind, canonical, sigma) => {
    const key = keys.get(epoch) ?? epochKey(master, epoch);
    keys.set(epoch, key);
    const stream = keyedStream(questionSeed(key, kind, canonical));
    return Number(discreteGaussian(BigInt(sigma * sigma), stream));
  };
}
