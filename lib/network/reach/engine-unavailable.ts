/**
 * Part of the engine does not answer, so nothing was counted: never half an answer. The same question may succeed later.
 * The message can be shown; the cause is for the log.
 */
export class EngineUnavailable extends Error {
  override readonly name = "EngineUnavailable";

  constructor(cause: unknown) {
    super("Part of the reach engine is not answering. Nothing is counted until it is back.", {
      cause,
    });
  }
}
