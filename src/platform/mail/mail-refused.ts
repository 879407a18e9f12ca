/** The mail server does not take this mail, or nobody can be reached who would. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';

  constructor(
    /**
     * `final`: the server will never take this one. `later`: this one, later perhaps. `away`: nothing can be sent at the moment,
     * by anybody.
     */
    readonly kind: 'final' | 'later' | 'away',
    /** For the row and for administrators: the server's own words, cut. */
    readonly reason: string,
    options?: { cause: unknown },
  ) {
    super(`${kind}: ${reason}`, options);
  }
}

const LONGEST_REASON = 300;

/** What went wrong between the server and us, by nodemailer's word for it. */
export function mailRefused(cause: unknown): MailRefused {
  const {
    code = '',
    responseCode = 0,
    command = '',
    message = String(cause),
  } = (cause ?? {}) as {
    code?: string;
    responseCode?: number;
    command?: string;
    message?: string;
  };
  const reason = message.replace(/\s+/g, ' ').slice(0, LONGEST_REASON);
  // Of the recipient and of the text the server judges for good; of our own sign-in or sender an administrator can change the fact.
  const ofThisMail = /^(RCPT TO|DATA)/.test(command) || code === 'EMESSAGE';
  if (ofThisMail && responseCode >= 500) return new MailRefused('final', reason, { cause });
  if (ofThisMail && responseCode >= 400) return new MailRefused('later', reason, { cause });
  return new MailRefused('away', reason, { cause });
}
