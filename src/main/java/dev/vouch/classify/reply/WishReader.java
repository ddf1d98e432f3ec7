package dev.vouch.classify.reply;

import dev.vouch.classify.reply.Wish.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Tells from the words of a direct message what its author wants of Vouch: above all, that it
 * stops. The rules are the lines of {@code wishes.txt}; what they miss of a stop costs more than
 * what they ask about in vain.
 */
public final class WishReader {
  private static final WishReader SHIPPED = new WishReader(WishRules.shipped());

  private final WishRules rules;

  WishReader(WishRules rules) {
    this.rules = rules;
  }

  /** The one that comes with the program. */
  public static WishReader shipped() {
    return SHIPPED;
  }

  /**
   * What the author of {@code slackText} wants.
   *
   * @param today where they are
   */
  public Wish read(String slackText, LocalDate today) {
    String words = rules.spelled(PlainWords.of(slackText));
    Optional<Until> until = Until.in(words, today);
    if (until.isEmpty()) {
      return Wish.of(kind(words));
    }
    String rest = until.get().cutFrom(words);
    Kind kind = kind(rest);
    if (kind == Kind.STOP && until.get().length() && until.get().from() < firstWord(rest)) {
      return Wish.of(Kind.STOP);
    }
    return switch (kind) {
      case STOP, MAYBE_STOP, NO, PAUSE -> new Wish(Kind.PAUSE, until.get().day());
      default -> Wish.of(kind(words));
    };
  }

  /** Whether a message wants no messages at all, until a day that it names. */
  boolean isStopForAWhile(String slackText, LocalDate today) {
    String words = rules.spelled(PlainWords.of(slackText));
    return Until.in(words, today)
            .filter(until -> kind(until.cutFrom(words)) == Kind.STOP)
            .isPresent()
        && read(slackText, today).kind() == Kind.PAUSE;
  }

  /** Where the wish to stop begins; a span of time before it is no span of silence. */
  private int firstWord(String words) {
    Matcher stop = rules.pattern("stop").matcher(words);
    return stop.find() ? stop.start() : 0;
  }

  private Kind kind(String words) {
    String bare = rules.pattern("mask").matcher(words).replaceAll("_");
    for (Sought one : SOUGHT) {
      if (one.found(rules, bare)) {
        return one.kind();
      }
    }
    return Kind.OTHER;
  }

  /** What is looked for, in this order. */
  private record Sought(String rule, Kind kind, boolean whole) {
    private boolean found(WishRules rules, String words) {
      return whole ? rules.isAll(rule, words) : rules.pattern(rule).matcher(words).find();
    }
  }

  private static final List<Sought> SOUGHT =
      List.of(
          new Sought("stop", Kind.STOP, false),
          new Sought("whole", Kind.STOP, true),
          new Sought("other", Kind.OTHER, false),
          new Sought("pause", Kind.PAUSE, false),
          new Sought("resume", Kind.RESUME, true),
          new Sought("delete", Kind.DELETE, false),
          new Sought("download", Kind.DOWNLOAD, false),
          new Sought("why", Kind.WHY, false),
          new Sought("show", Kind.SHOW, false),
          new Sought("maybe", Kind.MAYBE_STOP, false),
          new Sought("no", Kind.NO, true));
}
