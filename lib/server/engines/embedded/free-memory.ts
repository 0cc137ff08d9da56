import { freemem } from "node:os";

/**
 * Bytes that this process may still take: what the machine can give without swapping, and no more than is left of a
 * container's limit. What the container's page cache holds counts as free, because the kernel gives it back.
 */
export function freeMemory(): number {
  const limit = process.constrainedMemory();
  const machine = freemem();
  return limit > 0 ? Math.min(machine, Math.max(0, limit - process.memoryUsage.rss())) : machine;
}
