package dev.vouch.mention;

/**
 * What Slack tells of a message besides its words, as far as it bears on how they are read.
 *
 * @param under what the message of somebody else is that it answers or seconds
 * @param shares whether it passes something on, and whose
 */
public record Context(Stance under, Shares shares, Author.Kind author) {
  /** A customer's message that stands by itself. */
  public static final Context NONE = new Context(Stance.NONE, Shares.NOTHING, Author.Kind.CUSTOMER);

  /** What a message passes on. */
  public enum Shares {
    NOTHING,
    /** A message of the company's own people or programs. */
    OURS,
    /** A message or a page of anybody else. */
    OTHERS
  }

  /** The same message under another. */
  public Context under(Stance other) {
    return new Context(other, shares, author);
  }
}
