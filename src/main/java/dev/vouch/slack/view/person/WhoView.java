package dev.vouch.slack.view.person;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.advocate.Account;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.DriverProfile;
import dev.vouch.advocate.Weighed;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.mention.Driver;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.Rendering;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person on one screen: where they stand, what they said and like, what we did, asked and owe,
 * and what comes next.
 */
public final class WhoView {
  private static final int MOST_ACTS = 3;

  private WhoView() {}

  /**
   * What is known of a person.
   *
   * @param account they belong to, if it is known
   */
  public record Facts(Contact person, @Nullable Account account, Evidence evidence, Instant now) {}

  /**
   * @param names the name of a member of staff by Slack id
   */
  public static Rendering of(Facts facts, UnaryOperator<String> names) {
    Contact person = facts.person();
    Evidence evidence = facts.evidence();
    String name = Lines.name(person.name());
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section("*%s* %s".formatted(name, standing(person))));
    blocks.add(Kit.section(belongs(person, facts.account(), names)));
    blocks.add(StandingLines.shortly(evidence, facts.now()));
    blocks.addAll(
        Kit.said(
            "Acts of advocacy",
            evidence.acts(),
            Kit.Cap.of(MOST_ACTS),
            act -> new Kit.Said(MergeView.act(act, person, names), act.mention(), act.person())));
    if (!evidence.acts().isEmpty()) {
      blocks.add(Kit.section(moved(evidence.weighed(facts.now()))));
    }
    blocks.add(Kit.section("*Heard so far:* " + heard(person)));
    blocks.addAll(CareLines.likes(evidence));
    blocks.add(CareLines.gaveAndAsked(evidence));
    blocks.addAll(CareLines.waited(evidence, facts.now()));
    blocks.add(CareLines.owed(evidence, facts.now()));
    blocks.add(CareLines.next(evidence, facts.now()));
    blocks.add(Kit.context(lately(person) + "Each fact and its rule: `/vouch why @person`."));
    return new Rendering(
        "%s %s".formatted(Lines.plainName(person.name()), standing(person)), blocks);
  }

  private static String standing(Contact person) {
    return person.isAdvocate()
        ? "has advocated for us, in %s.".formatted(Lines.count(person.acts(), "act"))
        : "is a contact: no act of advocacy so far.";
  }

  private static String belongs(
      Contact person, @Nullable Account account, UnaryOperator<String> names) {
    if (account == null) {
      return person.account().isPresent()
          ? "*Account:* %s".formatted(Lines.name(person.account().get()))
          : "*Account:* none yet. Set it with `/vouch account NAME person @person`.";
    }
    return "*Account:* %s (%s) · owner: %s · sponsor: %s"
        .formatted(
            Lines.name(account.name()),
            account.tier().wire(),
            staff(account.owner(), names),
            staff(account.sponsor(), names));
  }

  /** What their acts weigh, and what moves them. */
  private static String moved(List<Weighed> acts) {
    DriverProfile drivers = DriverProfile.of(acts.stream().map(Weighed::act).toList());
    String flag = drivers.restsOnFleeting() ? "\n" + passing(drivers) : "";
    return "*Weight:* as much as %s · *Drivers:* %s%s"
        .formatted(weight(acts), shown(drivers), flag);
  }

  static String weight(List<Weighed> acts) {
    return String.format(Locale.ROOT, "%.1f fresh organic acts", Weighed.sum(acts));
  }

  private static String shown(DriverProfile drivers) {
    String each =
        drivers.acts().entrySet().stream()
            .map(
                entry ->
                    "%s in %s"
                        .formatted(
                            Lines.label(entry.getKey()), Lines.count(entry.getValue(), "act")))
            .collect(Collectors.joining(", "));
    return each.isEmpty() ? "none shows" : each;
  }

  private static String passing(DriverProfile drivers) {
    return "It rests on %s alone, which passes as soon as others catch up. What lasts is a second driver: to meet their peers, to find their values in ours, or somebody of us who is there for them."
        .formatted(
            drivers.acts().keySet().stream()
                .map(driver -> driver == Driver.COOLNESS ? "coolness" : "a " + Lines.label(driver))
                .collect(Collectors.joining(" and ")));
  }

  public static String staff(@Nullable String person, UnaryOperator<String> names) {
    return person == null ? "nobody" : Lines.name(names.apply(person));
  }

  static String heard(Contact person) {
    String counts =
        person.mentions().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(entry -> "%s %d".formatted(Lines.label(entry.getKey()), entry.getValue()))
            .collect(Collectors.joining(" · "));
    return counts.isEmpty() ? "nothing yet" : counts;
  }

  private static String lately(Contact person) {
    return person.lastHeard() == null
        ? ""
        : "Last heard %s. ".formatted(Mrkdwn.date(person.lastHeard()));
  }
}
