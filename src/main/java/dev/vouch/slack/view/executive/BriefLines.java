package dev.vouch.slack.view.executive;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.advocate.Account;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.relationship.Recovery;
import dev.vouch.nudge.executive.Brief;
import dev.vouch.nudge.executive.Brief.Quote;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an executive is told of somebody they will meet, part by part. */
final class BriefLines {
  private static final int LONGEST_QUOTE = 280;
  private static final int LONGEST_WORDS = 120;

  private BriefLines() {}

  static List<LayoutBlock> of(Brief brief, UnaryOperator<String> names) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section(who(brief, names)));
    blocks.add(Kit.section("*What they said*\n" + said(brief)));
    blocks.add(Kit.section("*What matters to them:* " + matters(brief)));
    blocks.add(Kit.section("*What we owe them:*" + owed(brief)));
    blocks.add(Kit.section("*How to begin:* " + brief.opening()));
    blocks.add(
        Kit.section(
            "*Please do not* ask them for anything, sell anything, speak of gifts or perks, or thank"
                + " them for what they said about us: it would look like payment. Let them bring it"
                + " up, if they want to."));
    return blocks;
  }

  private static String who(Brief brief, UnaryOperator<String> names) {
    String title = brief.title() == null ? "not known" : Mrkdwn.words(brief.title(), 120);
    Account account = brief.account();
    if (account == null) {
      return "*What they do:* %s · *Account:* none that we know of".formatted(title);
    }
    String owner = account.owner() == null ? "nobody" : Lines.name(names.apply(account.owner()));
    return "*What they do:* %s · *Account:* %s (%s), looked after by %s"
        .formatted(title, Lines.name(account.name()), account.tier().wire(), owner);
  }

  private static String said(Brief brief) {
    return brief.said().isEmpty()
        ? "Nothing that is kept."
        : brief.said().stream().map(BriefLines::quote).collect(Collectors.joining("\n"));
  }

  static String quote(Quote quote) {
    return "%s · %s\n%s"
        .formatted(
            Lines.label(quote.intent()),
            Lines.said(quote.at(), quote.permalink()),
            Mrkdwn.quote(quote.words(), LONGEST_QUOTE));
  }

  private static String matters(Brief brief) {
    return brief.motivators().isEmpty()
        ? "we do not know yet; listen for it."
        : brief.motivators().stream()
            .map(one -> one.wire().replace('_', ' '))
            .collect(Collectors.joining(", "));
  }

  private static String owed(Brief brief) {
    List<String> lines =
        Stream.of(
                brief.owed().recoveries().stream().map(BriefLines::recovery),
                brief.owed().promises().stream().map(one -> promise(one, brief.at())),
                brief.owed().questions().stream()
                    .map(
                        one ->
                            "an answer to a %s · %s"
                                .formatted(
                                    Lines.label(one.intent()),
                                    Lines.said(one.mention().at(), one.permalink()))))
            .flatMap(all -> all)
            .toList();
    return lines.isEmpty()
        ? " nothing that we know of"
        : lines.stream().map(line -> "\n• " + line).collect(Collectors.joining());
  }

  private static String recovery(Recovery open) {
    String link = open.permalink();
    return link == null
        ? "making good what failed them " + Mrkdwn.date(open.since())
        : "making good what they complained of " + Lines.said(open.since(), link);
  }

  private static String promise(LedgerEntry promise, Instant now) {
    String words = promise.note().words();
    String what = words == null ? "something" : Mrkdwn.words(words, LONGEST_WORDS);
    Instant due = promise.until();
    return due == null
        ? "promised: " + what
        : "promised: %s · %s %s"
            .formatted(what, due.isBefore(now) ? "late since" : "by", Mrkdwn.date(due));
  }
}
