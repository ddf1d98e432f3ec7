package dev.vouch.classify.reply;

import dev.vouch.classify.reply.Wish.Kind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads answers to what we asked: by the rules that find wishes, first of all the wish that it
 * stops, and then by the model. What is not clear is said to be unclear, never guessed.
 */
public final class ReplyReader {
  /** How sure a rule is. */
  private static final double BY_RULE = 0.995;

  private static final Set<Kind> ABOUT_THEIR_DATA =
      EnumSet.of(Kind.RESUME, Kind.SHOW, Kind.DOWNLOAD, Kind.DELETE);

  /** How sure what several people read alike is. */
  private static final double BY_HABIT = 0.9;

  /** They mean this one thing where something was asked, and a stop where nothing was. */
  private static final Pattern THIS_ONE =
      Pattern.compile(
          "(?:count|leave|keep|cut) (?:me|us) out|i['’]?m out|(?:wish|want) to (?:participate|take part)"
              + "|consent to being|speak publicly|tag me|sign ?off|no surveys|take my name off"
              + "|interested in (?:this|that|it)\\b|(?:my|right|the|wrong) contact\\b|write (?:reviews|about|to (?:that|them))"
              + "|ask me twice|[êe]tre cit|schicken sie mir",
          Pattern.CASE_INSENSITIVE);

  private static final class Shipped {
    static final ReplyReader READER = new ReplyReader(ReplyModel.shipped());
  }

  private final WishReader wishes = WishReader.shipped();
  private final ReplyModel model;

  public ReplyReader(ReplyModel model) {
    this.model = model;
  }

  /** The one with the model that comes with the program, which is read when first asked for. */
  public static ReplyReader shipped() {
    return Shipped.READER;
  }

  /**
   * What an answer means.
   *
   * @param slackText as Slack sent it
   * @param today where its author is
   */
  public ReplyReading read(String slackText, LocalDate today) {
    return read(slackText, today, Precedents.NONE);
  }

  /** The same; what is not clear is read as people have read its like before. */
  public ReplyReading read(String slackText, LocalDate today, Precedents precedents) {
    ReplyReading alone = readAlone(slackText, today);
    boolean stands =
        alone.acts()
            || alone.meaning() == Meaning.STOP
            || ABOUT_THEIR_DATA.contains(alone.wish().kind());
    return stands
        ? alone
        : precedents
            .reading(slackText)
            .map(meaning -> like(meaning, alone, slackText, today))
            .orElse(alone);
  }

  private static ReplyReading like(
      Meaning meaning, ReplyReading alone, String slackText, LocalDate today) {
    LocalDate day = meaning == Meaning.LATER ? Again.in(slackText, today).orElse(null) : null;
    return new ReplyReading(meaning, BY_HABIT, true, alone.wish(), day, alone.shares(), false);
  }

  private ReplyReading readAlone(String slackText, LocalDate today) {
    String seen = THIS_ONE.matcher(slackText).replaceAll(" ");
    boolean silence = wishes.isStopForAWhile(seen, today);
    Wish wish = wishes.read(seen, today);
    Map<Meaning, Double> shares = model.judge(slackText, wish.kind());
    if (silence) {
      return new ReplyReading(Meaning.LATER, BY_RULE, true, wish, wish.until(), shares, true);
    }
    Optional<Meaning> signs = ReplyClues.ofSigns(slackText);
    if (signs.isPresent()) {
      return byRule(signs.get(), wish, shares);
    }
    return switch (wish.kind()) {
      case STOP -> byRule(Meaning.STOP, wish, shares);
      case RESUME, SHOW, DOWNLOAD, DELETE -> byRule(Meaning.OTHER, wish, shares);
      default -> byModel(slackText, today, wish, shares);
    };
  }

  private static ReplyReading byRule(Meaning meaning, Wish wish, Map<Meaning, Double> shares) {
    return new ReplyReading(meaning, BY_RULE, true, wish, wish.until(), shares, false);
  }

  private ReplyReading byModel(
      String slackText, LocalDate today, Wish wish, Map<Meaning, Double> shares) {
    Meaning likeliest =
        shares.entrySet().stream()
            .max(Comparator.comparingDouble(Map.Entry::getValue))
            .map(Map.Entry::getKey)
            .orElse(Meaning.OTHER);
    double sure = shares.getOrDefault(likeliest, 0.0);
    boolean asks = likeliest == Meaning.STOP && wish.kind() == Kind.MAYBE_STOP;
    boolean clear = sure >= model.settings().actFrom(likeliest) && !asks;
    boolean mayStop = isMaybeStop(wish, shares);
    if (mayStop && !(clear && likeliest == Meaning.STOP)) {
      double stop = shares.getOrDefault(Meaning.STOP, 0.0);
      return new ReplyReading(Meaning.STOP, stop, false, wish, null, shares, false);
    }
    LocalDate day = likeliest == Meaning.LATER ? Again.in(slackText, today).orElse(null) : null;
    return new ReplyReading(likeliest, sure, clear, wish, day, shares, false);
  }

  private boolean isMaybeStop(Wish wish, Map<Meaning, Double> shares) {
    double from = model.settings().askFrom();
    return shares.getOrDefault(Meaning.STOP, 0.0)
        >= (wish.kind() == Kind.MAYBE_STOP ? from / 2 : from);
  }
}
