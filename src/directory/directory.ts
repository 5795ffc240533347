/** What the customer directory knows of a customer. */
export interface Customer {
  readonly customerId: string;
  /** Addresses on file, most trusted first, in lower case with ASCII domains. Codes go here and nowhere else. */
  readonly addresses: readonly string[];
  /** As the directory writes it (`nl`, `de-AT`); null when it does not say. */
  readonly language: string | null;
  readonly name: string | null;
}

/**
 * The company's own list of customers, behind `DIRECTORY_URL`. Only ever asked about one address at a time; never
 * written to. Optional: without one, staff look in the account and tick that they did.
 */
export interface Directory {
  /**
   * The one customer an address belongs to; null when nobody has it, or more than one customer has.
   *
   * @throws ExpectedError `directory-away` or `directory-answer`; whoever asks goes on without it.
   */
  lookUp(address: string): Promise<Customer | null>;
}
