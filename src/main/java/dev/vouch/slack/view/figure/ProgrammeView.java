package dev.vouch.slack.view.figure;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.advocate.pattern.Programme;
import dev.vouch.advocate.pattern.Programme.Month;
import dev.vouch.advocate.pattern.Programme.Trend;
import dev.vouch.advocate.pattern.Share;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What our rewards bring, for staff: acts after offers, their trend, and what an act costs. */
public final class ProgrammeView {
  private ProgrammeView() {}

  /**
   * @param people of how many people acts were read
   */
  public static Rendering of(Programme programme, int people) {
    String title = "What our rewards bring";
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section("*" + title + "*"));
    Share all = programme.afterOffer();
    if (all.of() == 0) {
      blocks.add(Kit.section("No acts of advocacy in this time, so there is nothing to say yet."));
      return new Rendering(title, blocks);
    }
    blocks.add(Kit.section("*After a reward offer:* %s acts".formatted(share(all))));
    blocks.add(Kit.section(trend(programme.trend())));
    blocks.add(Kit.section(cost(programme)));
    blocks.add(
        Kit.section(
            "*By month* (UTC), acts after an offer of all\n"
                + programme.months().stream()
                    .filter(month -> month.afterOffer().of() > 0)
                    .map(ProgrammeView::month)
                    .collect(Collectors.joining("\n"))));
    blocks.add(
        Kit.context(
            "After an offer means while it ran or within 14 days, as noted with `/vouch offered`;"
                + " in brackets where the share lies in 95 of 100 cases. Costs are what stands with"
                + " `/vouch redeemed` or the offer it belongs to. Read: acts of %s with the"
                    .formatted(Lines.count(people, "person", "people"))
                + " most acts, and what they and their accounts took. Known weakness: an offer that"
                + " nobody noted is not seen."));
    return new Rendering(title, blocks);
  }

  private static String share(Share share) {
    return "%d of %d (%s; %s to %s)"
        .formatted(
            share.count(),
            share.of(),
            percent(share.value()),
            percent(share.low()),
            percent(share.high()));
  }

  private static String trend(Trend trend) {
    if (trend.lately().of() == 0 || trend.before().of() == 0) {
      return "*Trend:* not to be told; it takes acts in the last three months and the three before.";
    }
    String told =
        "in the last three months %s, in the three before %s"
            .formatted(share(trend.lately()), share(trend.before()));
    return switch (trend.direction()) {
      case RISING ->
          "*Trend:* rising; %s.\n:warning: Rewards prompt more and more of the acts. That teaches"
                  .formatted(told)
              + " people to wait for them; give without a condition instead.";
      case FALLING -> "*Trend:* falling; %s.".formatted(told);
      case UNCLEAR -> "*Trend:* no clear change; %s.".formatted(told);
    };
  }

  private static String cost(Programme programme) {
    String acts =
        Lines.count(programme.specificOrganic(), "act", "acts")
            + " unprompted and naming something in particular";
    if (programme.costPerSpecificOrganic().isEmpty()) {
      return "*Reward cost for each specific organic act:* unknown; %s.\n%s"
          .formatted(
              programme.spent().unknown() > 0
                  ? "%s on record without an amount"
                      .formatted(Lines.count(programme.spent().unknown(), "redemption"))
                  : programme.spent().known().isEmpty()
                      ? "no redemption is on record"
                      : "there is no such act",
              Lines.sentence(acts) + ".");
    }
    String each =
        programme.costPerSpecificOrganic().entrySet().stream()
            .map(one -> one.getValue().toPlainString() + " " + one.getKey())
            .collect(Collectors.joining(" and "));
    return "*Reward cost for each specific organic act:* %s%s, over %s."
        .formatted(programme.spent().unknown() > 0 ? "at least " : "", each, acts);
  }

  private static String month(Month month) {
    return "%s: %d of %d"
        .formatted(month.month(), month.afterOffer().count(), month.afterOffer().of());
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }
}
