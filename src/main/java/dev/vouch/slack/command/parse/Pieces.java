package dev.vouch.slack.command.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads typed pieces one after the other, with a clear complaint where something else was expected.
 */
final class Pieces {
  private final List<Typed> all;
  private int next;

  Pieces(List<Typed> all) {
    this.all = all;
  }

  /** Why a command cannot be understood, in one sentence for whoever typed it. */
  static final class Misread extends Exception {
    private static final long serialVersionUID = 1;
    private final @Nullable String nearest;

    Misread(String sentence) {
      this(sentence, null);
    }

    Misread(String sentence, @Nullable String nearest) {
      super(sentence);
      this.nearest = nearest;
    }

    Command.Unclear asCommand() {
      return new Command.Unclear(String.valueOf(getMessage()), nearest);
    }
  }

  boolean hasMore() {
    return next < all.size();
  }

  Typed take(String expected) throws Misread {
    if (!hasMore()) {
      throw new Misread("Something is missing at the end: " + expected + ".");
    }
    return all.get(next++);
  }

  /** Takes the next piece if it is one of these words. */
  boolean took(String... words) {
    boolean matches = hasMore() && all.get(next).is(words);
    if (matches) {
      next++;
    }
    return matches;
  }

  /** The next piece without taking it, or null at the end. */
  @Nullable Typed peek() {
    return hasMore() ? all.get(next) : null;
  }

  /**
   * The id of a person.
   *
   * @param after what it follows, for the complaint: {@code owner}
   */
  String person(String after) throws Misread {
    Typed piece = take("a person after " + after);
    if (piece.kind() == Typed.Kind.PERSON) {
      return piece.id();
    }
    if (piece.kind() == Typed.Kind.CHANNEL) {
      throw new Misread(
          "%s is a channel; after %s comes a person.".formatted(piece.shown(), after));
    }
    if (piece.kind() == Typed.Kind.OTHER) {
      throw new Misread("%s is not one person; name one.".formatted(piece.shown()));
    }
    throw new Misread(
        "I cannot tell who %s is. Type @ and choose the person from Slack's list, so that the name"
                .formatted(piece.shown())
            + " turns into a link.");
  }

  /** A person, or null where the word none stands. */
  @Nullable String personOrNone(String after) throws Misread {
    return took("none", "nobody", "-") ? null : person(after);
  }

  String channel(String after) throws Misread {
    Typed piece = take("a channel after " + after);
    if (piece.kind() == Typed.Kind.CHANNEL) {
      return piece.id();
    }
    throw new Misread(
        "I cannot tell which channel %s is. Type # and choose the channel from Slack's list."
            .formatted(piece.shown()));
  }

  /** Everything that is left, as one text. */
  String rest() {
    StringBuilder text = new StringBuilder();
    while (hasMore()) {
      text.append(text.isEmpty() ? "" : " ").append(all.get(next++).text());
    }
    return text.toString();
  }
}
