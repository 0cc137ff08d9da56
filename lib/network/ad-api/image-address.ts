import type { Call } from "./call";

/** An image's place in its account: uploading the same bytes again finds it there. */
export const imageOperation = (hash: string): string => `image:${hash}`;

/** Where anyone who knows the hash finds the picture, as on a content network. */
export const imageAddress = (call: Pick<Call, "root">, hash: string): string =>
  `${new URL(call.root).origin}/api/images/${hash}`;
