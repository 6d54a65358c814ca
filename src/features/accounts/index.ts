/** What the rest of the application knows of sign-in: who a request belongs to. */
export interface SignedIn {
  readonly accountId: string;
  readonly name: string;
}

export interface Accounts {
  /** The account whose session the request carries; undefined when nobody is signed in. */
  identify(headers: Headers): Promise<SignedIn | undefined>;
}
