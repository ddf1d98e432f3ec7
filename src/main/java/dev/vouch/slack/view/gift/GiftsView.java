package dev.vouch.slack.view.gift;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.nudge.gift.GiftPolicy;
import dev.vouch.nudge.gift.GiftRule;
import dev.vouch.nudge.gift.GiftRule.Limits;
import dev.vouch.nudge.gift.Sector;
import dev.vouch.pipeline.gift.GiftDesk.Standing;
import dev.vouch.pipeline.gift.GiftOutcome.Year;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The register of gifts to a person, and the rules that decide about them. */
public final class GiftsView {
  private static final int MOST_LINES = 10;
  private static final int MOST_COUNTRIES = 6;
  private static final int RULES_AT_ONCE = 4;

  private GiftsView() {}

  /**
   * What is known of gifts to somebody.
   *
   * @param events lines of the register, newest first
   */
  public record Shown(String name, Standing standing, List<GiftEvent> events, GiftPolicy policy) {
    public Shown {
      events = List.copyOf(events);
    }
  }

  /**
   * The register of one person.
   *
   * @param names the name of anybody by Slack id
   */
  public static Rendering of(Shown shown, UnaryOperator<String> names) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section("*Gifts to %s*".formatted(Lines.name(shown.name()))));
    GiftRule rule = shown.standing().rule();
    blocks.add(
        Kit.section(
            rule == null
                ? "No rule allows a gift as things stand; `/vouch gift @person \"a book\" worth 25 EUR"
                    + " check` says what is missing."
                : "Rule `%s`: %s %s".formatted(rule.id(), limits(rule), rule.grounds().why())));
    Year year = shown.standing().year();
    if (year != null && rule != null) {
      blocks.add(Kit.section(year(year, rule)));
    }
    if (shown.events().isEmpty()) {
      blocks.add(Kit.section("The register has no line about them."));
    }
    blocks.addAll(
        Kit.list("Register", shown.events(), Kit.Cap.of(MOST_LINES), one -> line(one, names)));
    blocks.add(
        Kit.context(
            "Policy of gifts, version %s. %s"
                .formatted(shown.policy().version(), Mrkdwn.words(shown.policy().notice(), 600))));
    return new Rendering("Gifts to %s".formatted(Lines.plainName(shown.name())), blocks);
  }

  private static String line(GiftEvent event, UnaryOperator<String> names) {
    String rule =
        event.cited().rule().isEmpty() ? "" : " · rule `%s`".formatted(event.cited().rule());
    return "*%s* · %s, worth %s · %s · %s%s · policy %s"
        .formatted(
            Lines.sentence(event.state().wire().replace('_', ' ')),
            Mrkdwn.words(event.what().what(), 120),
            event.what().worth(),
            Mrkdwn.date(event.at()),
            Lines.name(names.apply(event.by())),
            rule,
            event.cited().policy());
  }

  /** All rules, with what they rest on. */
  public static Rendering rules(GiftPolicy policy) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        Kit.section(
            "*Policy of gifts, version %s.* %s"
                .formatted(policy.version(), Mrkdwn.words(policy.notice(), 600))));
    blocks.add(
        Kit.section(
            "The first rule that fits decides. Where the country or the sector of a company is not"
                + " known, or no rule fits, nothing is given; neither is money or what is as good as"
                + " money, nor anything while they choose, negotiate or are about to renew, or just"
                + " after they spoke up for us or were asked."));
    List<GiftRule> all = policy.rules();
    for (int from = 0; from < all.size(); from += RULES_AT_ONCE) {
      blocks.add(
          Kit.section(
              all.subList(from, Math.min(all.size(), from + RULES_AT_ONCE)).stream()
                  .map(GiftsView::rule)
                  .collect(Collectors.joining("\n\n"))));
    }
    return new Rendering("The policy of gifts", blocks);
  }

  private static String rule(GiftRule rule) {
    String checked = rule.grounds().checked();
    return "`%s` · %s · %s%s\n%s %s\nSources%s: %s"
        .formatted(
            rule.id(),
            countries(rule),
            rule.sectors().stream().sorted().map(Sector::wire).collect(Collectors.joining(", ")),
            rule.deciders() ? " · who decides about purchases" : "",
            limits(rule),
            Mrkdwn.words(rule.grounds().why(), 300),
            checked == null ? " (not looked up lately)" : " (looked up %s)".formatted(checked),
            Mrkdwn.words(String.join("; ", rule.grounds().sources()), 260));
  }

  private static String countries(GiftRule rule) {
    List<String> all = rule.countries().stream().sorted().toList();
    if (all.isEmpty()) {
      return "everywhere";
    }
    return all.size() <= MOST_COUNTRIES
        ? String.join(", ", all)
        : "%s and %d more"
            .formatted(
                String.join(", ", all.subList(0, MOST_COUNTRIES)), all.size() - MOST_COUNTRIES);
  }

  /** The limits of a rule, in a sentence. */
  static String limits(GiftRule rule) {
    Limits limits = rule.limits();
    if (limits.forbid()) {
      return "no gifts at all.";
    }
    String approve =
        limits.approveAbove().isNothing()
            ? "each needs an approver"
            : "above %s an approver".formatted(limits.approveAbove());
    return String.format(
        Locale.ROOT,
        "at most %s a gift, %s a person and %s a company in a year; %s.",
        limits.perGift(),
        limits.perPersonYear(),
        limits.perAccountYear(),
        approve);
  }

  /** What was given this year, beside what may be. */
  static String year(Year year, GiftRule rule) {
    Limits limits = rule.limits();
    return "*This year:* %s of %s to them, %s of %s to their company."
        .formatted(year.person(), limits.perPersonYear(), year.account(), limits.perAccountYear());
  }
}
