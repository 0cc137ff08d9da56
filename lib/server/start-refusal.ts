/** A reason not to start that the operator can mend; shown as one line, without a stack. */
export class StartRefusal extends Error {
  override readonly name = "StartRefusal";
}
