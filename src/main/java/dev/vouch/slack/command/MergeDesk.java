package dev.vouch.slack.command;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.identity.Identities.Refusal;
import dev.vouch.advocate.identity.Merge;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.mention.Author;
import dev.vouch.pipeline.NudgeRest;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.parse.Command;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.person.MergeView;
import dev.vouch.slack.view.person.MergeView.Counts;
import dev.vouch.slack.view.person.MergeView.Held;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/** Joins two accounts of the same human once somebody has said yes to it, and parts them again. */
public final class MergeDesk {
  private static final int ALL = 1_000;

  private MergeDesk() {}

  static Optional<Rendering> answer(Command command, Asked asked, Workspace workspace) {
    if (command instanceof Command.Merge merge) {
      return Optional.of(ask(merge, asked, workspace));
    }
    return command instanceof Command.Unmerge unmerge
        ? Optional.of(unmerge(unmerge.person(), asked, workspace))
        : Optional.empty();
  }

  private static Rendering ask(Command.Merge command, Asked asked, Workspace workspace) {
    Merge merge = merge(command, asked, workspace);
    return refusal(merge, workspace)
        .orElseGet(
            () ->
                MergeView.asked(
                    held(merge.person(), workspace), held(merge.identity(), workspace)));
  }

  private static Merge merge(Command.Merge command, Asked asked, Workspace workspace) {
    String name = name(command.person(), workspace);
    return new Merge(command.person(), name, command.other(), asked.by(), asked.now());
  }

  /** Somebody has seen what would be joined and says yes. */
  public static Rendering join(Command.Merge command, Asked asked, Workspace workspace) {
    Merge merge = merge(command, asked, workspace);
    Optional<Rendering> no = refusal(merge, workspace);
    if (no.isPresent()) {
      rest(merge.person(), false, asked, workspace); // It may have stopped after they were joined.
      return no.get();
    }
    Held person = held(merge.person(), workspace);
    Held other = held(merge.identity(), workspace);
    Optional<Refusal> refused = workspace.identities().merge(merge);
    if (refused.isPresent()) {
      return said(refused.get(), merge, workspace);
    }
    rest(merge.person(), false, asked, workspace);
    return MergeView.merged(person, other);
  }

  private static Rendering unmerge(String id, Asked asked, Workspace workspace) {
    String person = workspace.identities().of(id).get(0).id();
    boolean rested = isPaused(person, asked, workspace);
    Optional<Refusal> refused = workspace.identities().unmerge(id, asked.by(), asked.now());
    if (refused.isPresent()) {
      Merge merge = new Merge(person, "", id, asked.by(), asked.now());
      return said(refused.get(), merge, workspace);
    }
    rest(person, rested, asked, workspace);
    rest(id, rested, asked, workspace);
    return MergeView.unmerged(held(person, workspace), held(id, workspace));
  }

  /** What is suggested about somebody rests while all about them does. */
  private static void rest(String person, boolean rested, Asked asked, Workspace workspace) {
    if (rested || isPaused(person, asked, workspace)) {
      Relationship unused =
          new NudgeRest(workspace, InstantSource.fixed(asked.now()))
              .follow(workspace.relationships().of(Subject.person(person)));
    }
  }

  private static boolean isPaused(String person, Asked asked, Workspace workspace) {
    return workspace.relationships().of(Subject.person(person)).isPaused(asked.now());
  }

  private static Optional<Rendering> refusal(Merge merge, Workspace workspace) {
    return Stream.of(merge.person(), merge.identity())
        .flatMap(id -> notACustomer(id, workspace).stream())
        .findFirst()
        .map(sentence -> HelpView.unclear(sentence, null))
        .or(() -> workspace.identities().refusal(merge).map(why -> said(why, merge, workspace)));
  }

  private static Optional<String> notACustomer(String id, Workspace workspace) {
    String name = workspace.directory().name(id);
    if (Staff.isStaff(workspace, id)) {
      return Optional.of(
          "%s is one of our own people; only accounts of customers are joined.".formatted(name));
    }
    Optional<Author> author = workspace.directory().author(id);
    if (author.filter(one -> one.kind() == Author.Kind.BOT).isPresent()) {
      return Optional.of("%s is a program, and no human.".formatted(name));
    }
    boolean known = author.isPresent() || workspace.advocates().contact(id).isPresent();
    boolean forgotten = workspace.forgetting().isForgotten(id);
    return known || forgotten
        ? Optional.empty()
        : Optional.of("Slack knows nobody with the id %s.".formatted(id));
  }

  private static Rendering said(Refusal refusal, Merge merge, Workspace workspace) {
    String person = name(merge.person(), workspace);
    String id = workspace.directory().name(merge.identity());
    String other =
        refusal.other().isEmpty() ? "somebody" : workspace.directory().name(refusal.other());
    String sentence =
        switch (refusal.reason()) {
          case SAME -> "That is the same account twice.";
          case ALREADY -> "They are one person already, known as %s.".formatted(other);
          case ELSEWHERE ->
              "%s was joined with %s. Part these first: /vouch unmerge @%s."
                  .formatted(id, other, id);
          case PART ->
              "%s is an account of %s. Join the other with that one: /vouch merge @%s @%s."
                  .formatted(person, other, other, id);
          case FORGOTTEN ->
              "One of them has asked to be forgotten, so nothing is kept that could be joined.";
          case NOT_MERGED -> "%s was not joined with anybody.".formatted(id);
          case LATER_FIRST ->
              "%s was joined later. Part that first: /vouch unmerge @%s.".formatted(other, other);
          case WHOLE_FIRST ->
              "%s was joined with somebody else since. Part these first: /vouch unmerge @%s."
                  .formatted(other, other);
        };
    return HelpView.unclear(sentence, null);
  }

  private static String name(String id, Workspace workspace) {
    return workspace
        .advocates()
        .contact(id)
        .map(Contact::name)
        .orElseGet(() -> workspace.directory().name(id));
  }

  private static Held held(String id, Workspace workspace) {
    Optional<Contact> contact = workspace.advocates().contact(id);
    String account =
        contact
            .flatMap(Contact::account)
            .flatMap(workspace.accounts()::account)
            .map(Account::name)
            .orElse("");
    Counts counts =
        new Counts(
            contact.stream()
                .flatMap(one -> one.mentions().values().stream())
                .mapToLong(Integer::longValue)
                .sum(),
            contact.map(Contact::acts).orElse(0),
            workspace.relationships().of(Subject.person(id)).ledger().size(),
            workspace.nudges().about(id, ALL).size());
    return new Held(id, workspace.directory().name(id), account, counts);
  }
}
