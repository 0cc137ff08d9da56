/** Holds the proof of one report's password, for its own address only. */
export const proofCookie = "nod-share";
