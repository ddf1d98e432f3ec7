package dev.vouch.slack.view.figure;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Spread.Circle;
import dev.vouch.digest.Concentration;
import dev.vouch.digest.Digest;
import dev.vouch.digest.Digest.Entry;
import dev.vouch.digest.Digest.Totals;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.Rendering;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The daily digest, in the order that matters: what customers need, what they wish, what they did
 * for us, what they liked, and only then how far words were carried. People appear by name and
 * never as a mention, which would ping them.
 */
public final class DigestView {
  private static final int MOST_EACH = 5;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private DigestView() {}

  public static Rendering of(Digest digest) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.header("What customers told us · " + day(digest)));
    if (digest.isQuiet()) {
      blocks.add(Kit.section("Nobody said anything that calls for us. A quiet day."));
    }
    Totals totals = digest.totals();
    blocks.addAll(
        Kit.said(
            "Somebody should answer",
            digest.needs(),
            new Kit.Cap(MOST_EACH, totals.complaints() + totals.questions()),
            entry -> said(entry, Lines.heard(who(entry), entry.heard()))));
    blocks.addAll(part("They wish for", digest.wishes(), totals.suggestions()));
    blocks.addAll(part("They spoke up for us", digest.acts(), totals.advocacy()));
    blocks.addAll(part("Praise to pass on", digest.praised(), totals.praise()));
    blocks.addAll(closing(digest));
    return new Rendering(summary(digest), blocks);
  }

  private static String day(Digest digest) {
    String weekday = digest.day().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return weekday + ", " + DAY.format(digest.day());
  }

  private static List<LayoutBlock> part(String title, List<Entry> entries, long total) {
    return Kit.said(
        title, entries, new Kit.Cap(MOST_EACH, total), entry -> said(entry, line(entry)));
  }

  private static Kit.Said said(Entry entry, String line) {
    return new Kit.Said(line, entry.heard().mention(), entry.heard().person());
  }

  /** Without a label: the heading says what it was. */
  private static String line(Entry entry) {
    Heard heard = entry.heard();
    String said = Lines.said(heard.mention().at(), heard.permalink());
    return Lines.withQuotes("*%s* · %s".formatted(who(entry), said), heard.evidence());
  }

  private static String who(Entry entry) {
    return Lines.of(entry.personName(), entry.accountName());
  }

  private static List<LayoutBlock> closing(Digest digest) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        Kit.section(
            "*Reach:* %s. Not counted as advocacy."
                .formatted(
                    Lines.count(digest.totals().likes(), "like or share", "likes and shares"))));
    if (digest.openNudges() > 0) {
      blocks.add(
          Kit.section(
              "*Open:* %s for an answer, on the Home tab of whoever has it."
                  .formatted(Lines.count(digest.openNudges(), "nudge waits", "nudges wait"))));
    }
    Circle lately = digest.spread().lately();
    if (Concentration.of(lately).isAlarm()) {
      blocks.add(Kit.section(BreadthView.concentration(lately) + " See `/vouch breadth`."));
    }
    blocks.add(
        Kit.context(
            "From %s to %s · Change: `/vouch settings digest`"
                .formatted(Mrkdwn.date(digest.from()), Mrkdwn.date(digest.to()))));
    return blocks;
  }

  private static String summary(Digest digest) {
    Totals totals = digest.totals();
    long needs = totals.complaints() + totals.questions();
    String found =
        Stream.of(
                part(needs, "needs an answer", "need an answer"),
                part(totals.suggestions(), "wish", "wishes"),
                part(totals.advocacy(), "spoke up", "spoke up"),
                part(totals.praise(), "praised us", "praised us"))
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(", "));
    return "%s: %s".formatted(day(digest), found.isEmpty() ? "a quiet day" : found);
  }

  private static String part(long count, String one, String many) {
    return count == 0 ? "" : Lines.count(count, one, many);
  }
}
