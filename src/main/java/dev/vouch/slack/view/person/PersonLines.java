package dev.vouch.slack.view.person;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person is to us and what ties them to us, as parts of other views: a pause, roles with
 * what follows from them, ties with the acts they bear on.
 */
public final class PersonLines {
  private static final int MOST_ACTS = 5;

  private PersonLines() {}

  /**
   * What is known.
   *
   * @param roles what the person is to us
   * @param acts newest first
   */
  public record Facts(
      Collection<Role> roles, Relationship between, List<AdvocacyAct> acts, Instant now) {
    public Facts {
      roles = List.copyOf(roles);
      acts = List.copyOf(acts);
    }
  }

  /**
   * In a few lines, for one screen.
   *
   * @param names the name of a member of staff by Slack id
   */
  public static List<LayoutBlock> brief(Facts facts, UnaryOperator<String> names) {
    List<String> lines = new ArrayList<>();
    pause(facts, names).ifPresent(lines::add);
    lines.add("*Roles:* " + roles(facts.roles()));
    lines.addAll(rules(facts));
    String ties =
        facts.between().ties().stream().map(PersonLines::brief).collect(Collectors.joining(" · "));
    lines.add("*Ties:* " + (ties.isEmpty() ? "none on record" : ties));
    hint(facts).ifPresent(lines::add);
    return List.of(Kit.section(String.join("\n", lines)));
  }

  /**
   * With who said so, when, and what it comes to.
   *
   * @param names the name of a member of staff by Slack id
   */
  public static List<LayoutBlock> full(Facts facts, UnaryOperator<String> names) {
    List<LayoutBlock> blocks = new ArrayList<>();
    pause(facts, names).map(Kit::section).ifPresent(blocks::add);
    List<String> roles = new ArrayList<>(List.of("*Roles:* " + roles(facts.roles())));
    roles.addAll(rules(facts));
    blocks.add(Kit.section(String.join("\n", roles)));
    facts.between().ties().forEach(tie -> blocks.add(Kit.section(full(tie, facts, names))));
    hint(facts).map(Kit::section).ifPresent(blocks::add);
    return blocks;
  }

  private static Optional<String> pause(Facts facts, UnaryOperator<String> names) {
    Pause pause = facts.between().pause();
    if (pause == null || !pause.holds(facts.now())) {
      return Optional.empty();
    }
    return Optional.of(
        "*Paused* by %s since %s%s: %s\nNothing is suggested or sent about them meanwhile;"
                .formatted(
                    Lines.name(names.apply(pause.by())),
                    Mrkdwn.date(pause.at()),
                    pause.until() == null ? "" : ", until " + Mrkdwn.date(pause.until()),
                    Mrkdwn.words(pause.reason(), 300))
            + " `/vouch resume @person` ends it.");
  }

  private static String roles(Collection<Role> roles) {
    return roles.stream().sorted().map(Role::wire).collect(Collectors.joining(", "));
  }

  private static List<String> rules(Facts facts) {
    return RoleRules.of(facts.roles()).reasons();
  }

  private static String brief(Tie tie) {
    return "%s (%s, %s)".formatted(Mrkdwn.words(tie.what(), 120), tie.kind().wire(), span(tie));
  }

  static String span(Tie tie) {
    String from = "since " + Mrkdwn.date(tie.from());
    return tie.until() == null ? from : from + " until " + Mrkdwn.date(tie.until());
  }

  private static String full(Tie tie, Facts facts, UnaryOperator<String> names) {
    List<AdvocacyAct> under =
        facts.acts().stream().filter(act -> tie.bearsOn(act.at())).limit(MOST_ACTS).toList();
    String acts =
        under.stream()
            .map(act -> "• %s: %s".formatted(Lines.said(act.at(), act.permalink()), disclosed(act)))
            .collect(Collectors.joining("\n"));
    return "*Tie:* %s\nRule: noted by %s; it bears on what they say until a year after it ended\n%s"
        .formatted(
            brief(tie),
            tie.by() == null ? "their own words" : Lines.name(names.apply(tie.by())),
            acts.isEmpty() ? "No act of theirs falls under it." : acts);
  }

  private static String disclosed(AdvocacyAct act) {
    return act.isDisclosed()
        ? "says so, and weighs as if rewarded"
        : "does not say so, and weighs half of one that does";
  }

  /** The latest act whose words show a tie of which nothing is on record. */
  private static Optional<String> hint(Facts facts) {
    return facts.acts().stream()
        .filter(AdvocacyAct::incentivised)
        .filter(act -> facts.between().tiesOn(act.at()).isEmpty())
        .max(Comparator.comparing(AdvocacyAct::at))
        .map(
            act ->
                "*Their own words show a tie* that is not on record (%s). If it is one: `/vouch tie @person KIND \"what\"`."
                    .formatted(Lines.said(act.at(), act.permalink())));
  }

  /** {@code since 3 Nov}, for answers. */
  static String until(@Nullable Instant until) {
    return until == null ? "until somebody resumes it" : "until " + Mrkdwn.date(until);
  }
}
