/** What makes a later request conditional: sent back as it was given. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What an address gave. */
export interface Fetched {
  /** Where it came from in the end, after redirects. */
  readonly url: string;
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
  readonly validators: Validators;
}

/** Gets what people name on the web, and nothing that isn't public. */
export interface Fetcher {
  /**
   * Gets a page or a file of somebody's site, if its robots.txt allows.
   * @throws FetchError with what is wrong, for the person who gave the address
   */
  page(url: string): Promise<Fetched>;
  /** As `page`, for a feed; null where it hasn't changed since. */
  feed(url: string, since: Validators | null): Promise<Fetched | null>;
  /** Gets an attachment, from Discord's own hosts and those that the operator allows. @throws FetchError */
  attachment(url: string, size: number): Promise<Fetched>;
}

/** How a fetcher is made. */
export interface FetcherOptions {
  /** Host names, with a port where it is another than the scheme's, whose addresses may be private. */
  readonly privateHosts: readonly string[];
  /** Further hosts that attachments may come from, `host` or `host:port`; http is allowed for these. */
  readonly attachmentHosts: readonly string[];
  /** What the bot calls itself to sites. */
  readonly userAgent: string;
}
