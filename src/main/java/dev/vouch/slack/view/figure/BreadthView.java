package dev.vouch.slack.view.figure;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Spread;
import dev.vouch.advocate.Spread.Circle;
import dev.vouch.advocate.Spread.Share;
import dev.vouch.digest.Breadth;
import dev.vouch.digest.Breadth.Asked;
import dev.vouch.digest.Concentration;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** How broadly advocacy is spread, whether too few carry it, and whom we overlook or wear out. */
public final class BreadthView {
  private static final int MOST = 5;
  private static final String TITLE = "How broadly advocacy is spread";

  private BreadthView() {}

  /**
   * @param accountNames the name of an account by its id
   */
  public static Rendering of(Breadth breadth, UnaryOperator<String> accountNames) {
    Spread spread = breadth.spread();
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section("*%s*".formatted(TITLE)));
    blocks.add(
        Kit.section(
            "*In %d days:* %s\n*Ever:* %s"
                .formatted(Spread.DAYS, circle(spread.lately()), circle(spread.ever()))));
    blocks.add(Kit.section(concentration(spread.lately())));
    blocks.addAll(
        Kit.list(
            "Most acts in %d days: may they rest".formatted(Spread.DAYS),
            spread.busiest(),
            Kit.Cap.of(MOST),
            share -> line(share, accountNames)));
    blocks.addAll(asks(breadth, accountNames));
    blocks.add(
        Kit.context(
            "What each figure says and does not say: `/vouch metric`. It is no contest: please do"
                + " not show it to customers."));
    return new Rendering(TITLE, blocks);
  }

  /** The last days in a line, for App Home. */
  public static String brief(Spread spread) {
    return "*%s*\nIn %d days: %s\n%s See `/vouch breadth`."
        .formatted(TITLE, Spread.DAYS, circle(spread.lately()), concentration(spread.lately()));
  }

  private static String circle(Circle circle) {
    return circle.acts() == 0
        ? "no act of advocacy"
        : "%s from %s at %s; the top three gave %s"
            .formatted(
                Lines.count(circle.acts(), "act of advocacy", "acts of advocacy"),
                Lines.count(circle.people(), "advocate"),
                Lines.count(circle.accounts(), "account"),
                Lines.percent(circle.topThree()));
  }

  static String concentration(Circle lately) {
    String sentence = Concentration.sentence(lately);
    return Concentration.of(lately).isAlarm() ? "*Too few carry it.* " + sentence : sentence;
  }

  private static List<LayoutBlock> asks(Breadth breadth, UnaryOperator<String> accountNames) {
    if (!breadth.asking()) {
      return List.of(Kit.section("*Asks:* nobody has been asked for anything yet."));
    }
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.addAll(
        Kit.list(
            "Never asked",
            breadth.unasked(),
            Kit.Cap.of(MOST),
            person -> TopView.line(person, accountNames)));
    blocks.addAll(
        Kit.list(
            "Asked too often",
            breadth.overAsked(),
            Kit.Cap.of(MOST),
            asked -> line(asked, accountNames)));
    return blocks;
  }

  private static String line(Share share, UnaryOperator<String> accountNames) {
    return "%s · %s"
        .formatted(
            who(share.person(), accountNames),
            Lines.count(share.acts(), "act of advocacy", "acts of advocacy"));
  }

  private static String line(Asked asked, UnaryOperator<String> accountNames) {
    return "%s · asked %s in %d days"
        .formatted(
            who(asked.person(), accountNames), Lines.count(asked.times(), "time"), Spread.DAYS);
  }

  private static String who(Contact person, UnaryOperator<String> accountNames) {
    return Lines.of(person.name(), person.account().map(accountNames).orElse(null));
  }
}
