/** What a log may say of an error: its name, its code and where it happened. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

const deepest = 5;

/**
 * An error without the values it met. A failed query carries its parameters in its message, its stack and a property,
 * and the database quotes values in its own message: of those only the query's text and the code are kept.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: "Something else was thrown." };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const stack = framesOf(error);
  return {
    type: error.name === "Error" ? error.constructor.name : error.name,
    message: messageOf(error, code),
    ...(code !== undefined && { code }),
    ...(stack && { stack }),
    ...(error.cause !== undefined &&
      depth < deepest && { cause: loggedError(error.cause, depth + 1) }),
  };
}

/** SQLSTATE: the error is the database's own. */
const isSqlState = (code: string | undefined): boolean =>
  code !== undefined && /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code);

function messageOf(error: Error, code: string | undefined): string {
  if ("query" in error && typeof error.query === "string") return `Failed query: ${error.query}`;
  return isSqlState(code) ? "The database refused." : error.message;
}

/** Only the lines that say where: a stack begins with the message. */
function framesOf({ stack = "", message }: Error): string {
  const after = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : "";
  return after
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
}
