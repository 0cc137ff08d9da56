import "server-only";
import pino from "pino";
import { loggedError } from "./log-error";

/** Structured logs. Never log identifiers of people, tokens, rules of an audience or numbers about people. */
export const log = pino({
  level: process.env.NOD_LOG ?? "info",
  base: null,
  serializers: { err: loggedError },
  redact: ["token", "password", "email", "*.token", "*.password", "*.email"],
});
