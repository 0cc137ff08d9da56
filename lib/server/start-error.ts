/** Something that stops the start or a script and that a person can mend: printed as its one line, without a stack. */
export class StartError extends Error {
  override readonly name: string = "StartError";
}
