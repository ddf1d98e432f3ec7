package dev.vouch.slack.view.person;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.identity.Identities.Identity;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.Rendering;
import java.util.List;
import java.util.function.UnaryOperator;

/** Two accounts that are the same human: what would be joined, what was, and how to part them. */
public final class MergeView {
  private MergeView() {}

  /**
   * What is on record of one account.
   *
   * @param account name of the company it belongs to; empty if none is known
   */
  public record Held(String id, String name, String account, Counts counts) {
    private String who() {
      return "*%s*".formatted(Lines.of(name, account));
    }

    private String shown() {
      return "%s (`%s`): %s".formatted(who(), id, counts.shown());
    }
  }

  /** How much there is. */
  public record Counts(long messages, long acts, long entries, long suggestions) {
    private String shown() {
      return "%s, %s, %s in the ledger and %s"
          .formatted(
              Lines.count(messages, "message"),
              Lines.count(acts, "act"),
              Lines.count(entries, "entry", "entries"),
              Lines.count(suggestions, "suggestion"));
    }
  }

  /** Asks before anything is joined. */
  public static Rendering asked(Held person, Held other) {
    return new Rendering(
        "Are these the same human?",
        List.of(
            Kit.section("*Are these the same human?*"),
            Kit.section(person.shown()),
            Kit.section(other.shown()),
            Kit.section(
                "They would be one person, known as *%s*: what both said, what passed with both, and"
                        .formatted(Lines.name(person.name()))
                    + " what is suggested about them. The company stays that of the first. A no, a"
                    + " stop or a pause of either holds."),
            Kit.actions(
                Actions.MERGE_BLOCK,
                List.of(
                    Kit.button(Actions.MERGE_YES, "Join them", person.id() + " " + other.id())
                        .style("primary")
                        .build(),
                    Kit.button(Actions.MERGE_NO, "Leave them", other.id()).build())),
            Kit.context("Nothing has been joined yet, and it can be undone.")));
  }

  /** They are one from now on. */
  public static Rendering merged(Held person, Held other) {
    return Rendering.saying(
        "%s and %s are one person now, known as *%s*."
            .formatted(person.who(), other.who(), Lines.name(person.name())),
        "Joined: %s. What comes in of either goes there, too.".formatted(other.counts().shown()),
        "Undo it with `/vouch unmerge @person`, the person being `%s`.".formatted(other.id()));
  }

  public static Rendering left() {
    return Rendering.saying("Nothing was joined.");
  }

  /** They are two again. */
  public static Rendering unmerged(Held person, Held other) {
    return Rendering.saying(
        "%s and %s are two people again.".formatted(person.who(), other.who()),
        "What each said, before and since, is their own. What was noted meanwhile stays with *%s*,"
                .formatted(Lines.name(person.name()))
            + " unless it belongs to something of the other; a no that was said meanwhile holds for"
            + " both.",
        "If that was wrong, `/vouch merge` joins them anew.");
  }

  /**
   * Under which ids somebody is heard; nothing where there is but one.
   *
   * @param names the name of a person by Slack id
   */
  public static List<LayoutBlock> identities(List<Identity> all, UnaryOperator<String> names) {
    return all.stream()
        .skip(1)
        .map(
            one ->
                Kit.context(
                    "Also heard as *%s* (`%s`): joined by %s · %s. Part them: `/vouch unmerge @person`."
                        .formatted(
                            Lines.name(names.apply(one.id())),
                            one.id(),
                            Lines.name(names.apply(one.by())),
                            Mrkdwn.date(one.at()))))
        .toList();
  }

  /** An act, and by which other account it was said. */
  static String act(AdvocacyAct act, Contact of, UnaryOperator<String> names) {
    String said = Lines.act(act);
    return act.person().equals(of.id())
        ? said
        : said
            + "\nSaid as %s (`%s`).".formatted(Lines.name(names.apply(act.person())), act.person());
  }
}
