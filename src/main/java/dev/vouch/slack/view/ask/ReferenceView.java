package dev.vouch.slack.view.ask;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import dev.vouch.advocate.Account;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.nudge.reference.Candidate;
import dev.vouch.nudge.reference.Candidate.Said;
import dev.vouch.nudge.reference.Need;
import dev.vouch.nudge.reference.Proposals.Assessed;
import dev.vouch.nudge.reference.Proposals.Left;
import dev.vouch.nudge.reference.Rotation;
import dev.vouch.pipeline.ask.ReferenceFinder.Found;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.person.GoodwillView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whom one might ask for what is looked for, with why, and why others were left out. */
public final class ReferenceView {
  private static final int MOST_REASONS = 6;
  private static final int LONGEST = 300;

  private ReferenceView() {}

  /**
   * @param draft what the button beside a person carries, by their id
   */
  public static Rendering of(Found found, Rung rung, UnaryOperator<String> draft) {
    List<Assessed> picked = found.proposals().picked();
    String lead =
        picked.isEmpty()
            ? "*Nobody who fits can be asked for %s now.*".formatted(rung.label())
            : "*Whom you might ask for %s*".formatted(rung.label());
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section("%s\n%s".formatted(lead, Mrkdwn.quote(found.need().words(), LONGEST))));
    blocks.add(Kit.context(read(found.need())));
    for (Assessed one : picked) {
      blocks.add(person(one, found, draft));
    }
    blocks.addAll(leftOut(found));
    blocks.add(Kit.context(limits(found)));
    return new Rendering(Mrkdwn.withoutMarks(lead), blocks);
  }

  private static String read(Need need) {
    String facts =
        need.wanted().stream()
            .map(one -> "%s %s".formatted(one.facet().label(), Mrkdwn.words(one.value(), 60)))
            .collect(Collectors.joining(", "));
    String topics =
        need.topics().stream().map(one -> Mrkdwn.words(one, 40)).collect(Collectors.joining(", "));
    return "I have read: %s; spoken of: %s. Facts must hold; words only help."
        .formatted(facts.isEmpty() ? "no fact" : facts, topics.isEmpty() ? "nothing" : topics);
  }

  private static LayoutBlock person(Assessed one, Found found, UnaryOperator<String> draft) {
    Candidate who = one.candidate();
    List<String> lines = new ArrayList<>();
    lines.add("*%s*".formatted(Lines.of(who.name(), account(who))));
    lines.add("• " + fits(one));
    lines.add("• " + spoken(one, found.need()));
    lines.add(
        "• %s, agreed to it, bears it: %s; asked %s in %d days"
            .formatted(
                one.standing().wire().replace('_', ' '),
                GoodwillView.asks(one.goodwill()),
                Lines.count(found.rotation().times(who.person()), "time"),
                Rotation.DAYS));
    return SectionBlock.builder()
        .text(Kit.mrkdwn(String.join("\n", lines)))
        .accessory(Kit.button(Actions.ASK_DRAFT, "Ask", draft.apply(who.person())).build())
        .build();
  }

  private static @Nullable String account(Candidate who) {
    Account account = who.account();
    return account == null ? null : account.name();
  }

  private static String fits(Assessed one) {
    String met =
        one.fit().met().stream()
            .map(wanted -> "%s %s".formatted(wanted.facet().label(), wanted.value()))
            .map(text -> Mrkdwn.words(text, 80))
            .collect(Collectors.joining(", "));
    return met.isEmpty() ? "no fact was asked for" : "fits: " + met;
  }

  private static String spoken(Assessed one, Need need) {
    Map<String, Said> spoken = one.fit().spoken();
    if (spoken.isEmpty()) {
      return need.topics().isEmpty()
          ? "nothing they should have spoken of was named"
          : "nothing that is kept of them speaks of it";
    }
    Said said = spoken.values().iterator().next();
    return "spoke of %s · %s\n%s"
        .formatted(
            Mrkdwn.words(String.join(", ", spoken.keySet()), 80),
            Lines.said(said.at(), said.permalink()),
            Mrkdwn.quote(said.words(), LONGEST));
  }

  private static List<LayoutBlock> leftOut(Found found) {
    List<LayoutBlock> blocks = new ArrayList<>();
    List<Left> nearest = found.proposals().nearest();
    if (!nearest.isEmpty()) {
      blocks.add(
          Kit.section(
              nearest.stream()
                  .map(ReferenceView::left)
                  .collect(Collectors.joining("", "*Close, but left out*", ""))));
    }
    String counts =
        found.proposals().leftOut().entrySet().stream()
            .limit(MOST_REASONS)
            .map(one -> "%d because %s".formatted(one.getValue(), Mrkdwn.words(one.getKey(), 160)))
            .collect(Collectors.joining("; "));
    if (!counts.isEmpty()) {
      blocks.add(Kit.context("Left out: %s.".formatted(counts)));
    }
    return blocks;
  }

  private static String left(Left one) {
    Rung instead = one.instead();
    return "\n• %s: %s%s"
        .formatted(
            Lines.of(one.candidate().name(), account(one.candidate())),
            Mrkdwn.words(one.why(), 160),
            instead == null ? "" : "; right now would be " + instead.label());
  }

  private static String limits(Found found) {
    String looked =
        "Looked at %s: those with most acts, and people of accounts that fit."
            .formatted(Lines.count(found.looked(), "person", "people"));
    String beyond =
        found.beyond() == 0
            ? ""
            : " %s more who fit were asked more often and not looked at.".formatted(found.beyond());
    return "%s%s Who was asked least comes first, and three people get at most %s of all asks."
        .formatted(looked, beyond, Lines.percent(found.rotation().share()));
  }
}
