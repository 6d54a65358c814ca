/**
 * The kinds of errors that are not ours. Everything else that is thrown is a bug and answers 500.
 * What a person can mend in a form is usually a returned value; `Refusal` is for what stops a command midway,
 * such as an act that another person got to first.
 */
export class NotFound extends Error {
  constructor(what = 'not found') {
    super(what);
  }
}

/** Known to exist, and this person may see it, but may not do this. */
export class NotAllowed extends Error {}

/** The act was not done and nothing was changed; the message tells the person why and what to do. */
export class Refusal extends Error {
  readonly field: string | undefined;
  constructor(message: string, field?: string) {
    super(message);
    this.field = field;
  }
}

/** Somebody else acted first: the page that was acted on is older than what is there now. */
export class Conflict extends Refusal {}
