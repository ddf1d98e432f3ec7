package dev.vouch.slack.view.person;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Goodwill;
import dev.vouch.advocate.relationship.Goodwill.Line;
import dev.vouch.advocate.relationship.Recovery;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.Rendering;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The goodwill of a person or an account, line by line, and what was noted last. */
public final class GoodwillView {
  /** What our own people note themselves. */
  public static final Set<Kind> BY_HAND =
      Collections.unmodifiableSet(
          EnumSet.of(
              Kind.HELP,
              Kind.PROMISE,
              Kind.PROMISE_KEPT,
              Kind.SUGGESTION_TAKEN,
              Kind.INCIDENT,
              Kind.ACKNOWLEDGED,
              Kind.FIXED,
              Kind.FOLLOWED_UP,
              Kind.REWARD_OFFER,
              Kind.REDEMPTION));

  private static final int MOST_LINES = 8;

  private GoodwillView() {}

  /**
   * What is shown.
   *
   * @param lines oldest first
   * @param open what we have to make good, oldest first
   * @param names the name of a member of staff by Slack id
   */
  public record Shown(
      String name, List<Line> lines, List<Recovery> open, UnaryOperator<String> names) {
    public Shown {
      lines = List.copyOf(lines);
      open = List.copyOf(open);
    }
  }

  /**
   * @param noted what was noted just now, if anything
   */
  public static Rendering of(@Nullable LedgerEntry noted, Shown shown, Instant now) {
    return rendering(noted == null ? "" : "*Noted:* %s.".formatted(words(noted)), shown, now);
  }

  /** After something was taken back. */
  public static Rendering undone(LedgerEntry gone, Shown shown, Instant now) {
    return rendering("*Taken back:* %s.".formatted(words(gone)), shown, now);
  }

  private static Rendering rendering(String note, Shown shown, Instant now) {
    double goodwill = shown.lines().stream().mapToDouble(line -> line.left(now)).sum();
    List<LayoutBlock> blocks = new ArrayList<>();
    if (!note.isEmpty()) {
      blocks.add(Kit.section(note));
    }
    String title = "Goodwill of %s: %s".formatted(Lines.name(shown.name()), asks(goodwill / 1_000));
    blocks.add(Kit.section("*%s*\n%s".formatted(title, bears(goodwill, shown))));
    List<Line> newest = new ArrayList<>(shown.lines());
    Collections.reverse(newest);
    blocks.addAll(
        Kit.list(
            "What it is the sum of",
            newest,
            Kit.Cap.of(MOST_LINES),
            line -> line(line, shown.names(), now)));
    blocks.add(
        Kit.context(
            "1 is what one small ask takes. Half is forgotten in %d days, and nothing is asked that"
                    .formatted(Goodwill.HALF_LIFE.toDays())
                + " would take it below %d. What each thing is worth is our assumption, not measured."
                    .formatted(Goodwill.FLOOR)));
    return new Rendering(
        "Goodwill of %s: %s".formatted(Lines.plainName(shown.name()), asks(goodwill / 1_000)),
        blocks);
  }

  private static String bears(double goodwill, Shown shown) {
    if (!shown.open().isEmpty()) {
      Recovery oldest = shown.open().get(0);
      return "Nothing may be asked: something of %s is not made good. Next: %s."
          .formatted(
              Mrkdwn.date(oldest.since()), oldest.next().map(GoodwillView::step).orElse("nothing"));
    }
    if (goodwill < 1_000) {
      return "It does not bear an ask now. Give first.";
    }
    return goodwill < 2_000
        ? "It bears a small ask."
        : goodwill < 4_000 ? "It bears a small or medium ask." : "It bears any ask.";
  }

  static String step(Recovery.Step step) {
    return switch (step) {
      case ACKNOWLEDGED -> "say that we have heard it (`/vouch acknowledged @person`)";
      case FIXED -> "mend it (`/vouch fixed @person what`)";
      case FOLLOWED_UP -> "ask whether all is well again (`/vouch followed up @person`)";
    };
  }

  /** {@code 1.5 small asks}. */
  public static String asks(double goodwill) {
    double rounded = Math.round(goodwill * 10) / 10.0 + 0.0;
    return String.format(
        Locale.ROOT, "%.1f small %s", rounded, Math.abs(rounded) == 1 ? "ask" : "asks");
  }

  private static String line(Line line, UnaryOperator<String> names, Instant now) {
    String moved =
        String.format(
            Locale.ROOT,
            "*%+.2f*, now %+.2f",
            line.milliAsks() / 1_000.0,
            line.left(now) / 1_000 + 0.0);
    return "%s · %s".formatted(moved, what(line, names));
  }

  private static String what(Line line, UnaryOperator<String> names) {
    Heard heard = line.heard();
    if (heard != null) {
      String said = Lines.said(heard.mention().at(), heard.permalink());
      return line.why() == Goodwill.Why.UNANSWERED
          ? "a %s that had no answer in %d days · %s"
              .formatted(Lines.label(heard.intent()), Goodwill.ANSWER_WITHIN.toDays(), said)
          : "they had a %s · %s".formatted(Lines.label(heard.intent()), said);
    }
    LedgerEntry entry = Objects.requireNonNull(line.entry());
    String by = entry.note().by();
    String who = by == null ? "" : " · " + Lines.name(names.apply(by));
    String what = line.why() == Goodwill.Why.PROMISE_LATE ? "late: " + words(entry) : words(entry);
    return "%s · %s%s".formatted(what, Mrkdwn.date(line.at()), who);
  }

  /** An entry in words: {@code we helped: mended the import}. */
  public static String words(LedgerEntry entry) {
    String words = entry.note().words();
    return words == null
        ? kind(entry.kind())
        : kind(entry.kind()) + ": " + Mrkdwn.words(words, 200);
  }

  private static String kind(Kind kind) {
    return switch (kind) {
      case HELP -> "we helped";
      case ANSWER -> "we answered";
      case DELIGHT -> "a surprise";
      case PROMISE -> "we promised";
      case PROMISE_KEPT -> "a promise kept";
      case SUGGESTION_TAKEN -> "what they suggested is done";
      case INCIDENT -> "something of ours failed them";
      case ACKNOWLEDGED -> "we said that we have heard it";
      case FIXED -> "we mended it";
      case FOLLOWED_UP -> "we asked whether all is well again";
      case ASK -> "we asked";
      case ASK_ACCEPTED -> "they said yes";
      case ASK_DECLINED -> "they said no";
      case ASK_LATER -> "they would rather be asked later";
      case ASK_DONE -> "they did what we asked";
      case REWARD_OFFER -> "a reward was offered";
      case REDEMPTION -> "they took what was promised";
      case NUDGE -> "we got in touch";
      case REACTION -> "they liked something";
      case SHARE -> "they passed something on";
      case AGREED -> "they agreed";
      case DECLINED -> "they declined";
      case RENEWED -> "renewed";
      case PAUSED -> "paused";
      case RESUMED -> "resumed";
      case INVITED -> "asked whether we may write to them";
      case MERGED -> "two accounts of theirs were joined";
      case UNMERGED -> "two accounts were parted again";
      case TAKEN_BACK -> "what was noted was taken back";
    };
  }
}
