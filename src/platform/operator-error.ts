/** Something the operator can mend: one sentence that says what happened and one that shows the way out. */
export class OperatorError extends Error {
  override name = 'OperatorError'
}
