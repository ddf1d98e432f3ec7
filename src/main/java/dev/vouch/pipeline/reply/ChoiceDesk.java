package dev.vouch.pipeline.reply;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Consent.Answer;
import dev.vouch.advocate.relationship.Erasure;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.etiquette.Manners;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.NudgeRest;
import dev.vouch.pipeline.TeamSettings;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.ask.AskAnswers;
import dev.vouch.pipeline.courtesy.Courtesy;
import dev.vouch.pipeline.hearing.HandLabels;
import dev.vouch.pipeline.hearing.SavedAdvocacy;
import dev.vouch.pipeline.reply.ReplyDesk.Standpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what people outside the company press or choose in what Vouch shows them about themselves.
 */
public final class ChoiceDesk {
  /** Within a month we owe an answer to whoever says that something held about them is wrong. */
  private static final Duration ANSWER_WITHIN = Duration.ofDays(30);

  private static final Logger LOG = LoggerFactory.getLogger(ChoiceDesk.class);

  private final Workspace workspace;
  private final ReplyDesk replies;
  private final HandLabels labels;
  private final OwnBook own;

  public ChoiceDesk(Workspace workspace, HandLabels labels) {
    this.workspace = workspace;
    this.replies = new ReplyDesk(workspace);
    this.labels = labels;
    this.own = OwnBook.of(workspace);
  }

  /** Carries out a choice, and shows what came of it where it was made. */
  public void take(Choice choice) {
    if (!replies.serves(choice.person())) {
      return;
    }
    workspace.attention().change(choice.person(), Manners::answered);
    if (choice.kind().answer().isPresent()) {
      new AskAnswers(workspace).take(choice);
      return;
    }
    Reply reply = carriedOut(choice);
    MentionId on = choice.on();
    if (on != null) {
      workspace.messenger().show(on, reply);
    }
    workspace.messenger().publishHome(choice.person());
  }

  private Reply carriedOut(Choice choice) {
    Standpoint from =
        new Standpoint(choice.person(), choice.at(), choice.cause(), own.language(choice.person()));
    return switch (choice.kind()) {
      case YES -> said(choice, replies.resume(from));
      case STOP -> replies.stop(from);
      case GO_ON -> replies.goOn(from);
      case PAUSE -> replies.pause(from, end(choice));
      case SHOW -> shown(choice, "");
      case DOWNLOAD -> replies.hand(from);
      case ERASE -> new Reply.EraseOrNot(from.in());
      case ERASE_NOW -> erase(from);
      default -> corrected(choice);
    };
  }

  private Reply corrected(Choice choice) {
    switch (choice.kind()) {
      case TOPICS -> topics(choice);
      case INTERESTS -> interests(choice);
      case LABEL -> label(choice);
      case TIE -> wrong(choice, "says that this tie is not so: " + tie(choice));
      default -> wrong(choice, String.join(" ", choice.values()));
    }
    return switch (choice.kind()) {
      case TOPICS, INTERESTS -> shown(choice, "noted");
      case LABEL -> shown(choice, "corrected");
      default -> shown(choice, "looked-at");
    };
  }

  /** By every name that they are known by here. */
  private Reply erase(Standpoint from) {
    Set<String> handles = new LinkedHashSet<>(List.of(from.person()));
    workspace
        .directory()
        .author(from.person())
        .flatMap(author -> Optional.ofNullable(author.email()))
        .ifPresent(handles::add);
    Optional.ofNullable(own.of(from.person()).who().email()).ifPresent(handles::add);
    Erasure erased = workspace.forgetting().forget(handles, from.person(), from.at());
    if (!erased.isComplete()) {
      throw new IllegalStateException("not all of a person could be erased");
    }
    return new Reply.Erased(from.in());
  }

  private Reply said(Choice choice, Reply otherwise) {
    return choice.welcome() ? new Reply.Welcome(own.of(choice.person())) : otherwise;
  }

  /**
   * @param note key of the words that say what was done; empty where that shows by itself
   */
  private Reply shown(Choice choice, String note) {
    OwnRecord now = own.of(choice.person());
    String said = note.isEmpty() ? "" : Speech.in(now.in()).words(note);
    return choice.welcome() ? new Reply.Welcome(now) : new Reply.Own(now, said);
  }

  /** Whoever takes a tick away declines; what was never ticked is not answered. */
  private static Relationship chosen(Relationship between, Choice choice, String text) {
    Relationship now = between;
    for (Topic topic : Topic.values()) {
      boolean ticked = choice.values().contains(topic.wire());
      Consent before = between.consents().get(topic);
      boolean changes = before == null ? ticked : before.agreed() != ticked;
      if (topic != Topic.MESSAGES && changes) {
        Consent said = new Consent(topic, answer(ticked), choice.at(), text, now.with().id());
        now = now.answered(said, choice.cause(), null);
      }
    }
    return now;
  }

  private static Answer answer(boolean agreed) {
    return agreed ? Answer.AGREED : Answer.DECLINED;
  }

  private static Set<Motivator> motivators(Choice choice) {
    return choice.values().stream()
        .flatMap(wire -> Motivator.named(wire).stream())
        .collect(Collectors.toSet());
  }

  private static @Nullable Instant end(Choice choice) {
    int days = choice.values().isEmpty() ? 0 : Integer.parseInt(choice.values().get(0));
    return days == 0 ? null : choice.at().plus(Duration.ofDays(days));
  }

  /** Only their own messages, and never into a recommendation: that nobody can give themselves. */
  private void label(Choice choice) {
    String[] parts = String.join(" ", choice.values()).split(" ", 2);
    Intent intent = Intent.fromWire(parts[0]);
    Optional<Heard> said = workspace.advocates().mention(MentionId.parse(parts[1]));
    if (intent == Intent.ADVOCACY
        || said.filter(one -> one.person().equals(choice.person())).isEmpty()) {
      return;
    }
    MentionId id = said.get().mention();
    String words = said.get().evidence().isEmpty() ? null : said.get().evidence().get(0);
    labels.save(
        new SavedAdvocacy(
            id.channel(), id.ts(), choice.person(), null, words, choice.person(), intent, null));
  }

  private String tie(Choice choice) {
    String id = String.join(" ", choice.values());
    return workspace.relationships().of(Subject.person(choice.person())).ties().stream()
        .filter(tie -> tie.id().equals(id))
        .map(tie -> tie.kind().wire() + ", " + tie.what())
        .findAny()
        .orElse(id);
  }

  /** We owe an answer, and whoever looks after their account is told now. */
  private void wrong(Choice choice, String words) {
    LedgerEntry owed =
        LedgerEntry.moment("wrong:" + choice.cause(), Kind.PROMISE, choice.at())
            .until(choice.at().plus(ANSWER_WITHIN))
            .noted(new LedgerEntry.Note(choice.person(), words, null));
    Relationship unused = change(choice, between -> between.with(owed));
    Task task = new Task(choice.person(), words, owed.from());
    owners(choice.person())
        .filter(staff -> isTold(task, staff))
        .findFirst()
        .ifPresent(
            staff ->
                new Courtesy(workspace, InstantSource.fixed(choice.at()))
                    .alsoSent(staff, owed.id()));
  }

  /** Whoever took the choice before may have stopped before that; it is told once. */
  private boolean isTold(Task task, String staff) {
    try {
      workspace.messenger().task(task, staff);
      return true;
    } catch (Messenger.Refused e) {
      LOG.warn("{} is not told what {} wants: {}", staff, task.about(), e.getMessage());
      return false;
    }
  }

  /** Who answers for somebody, the nearest first; the others where Slack lets nobody tell them. */
  private Stream<String> owners(String person) {
    TeamSettings settings = workspace.settings().settings();
    Optional<Account> account =
        workspace
            .advocates()
            .contact(person)
            .flatMap(Contact::account)
            .flatMap(workspace.accounts()::account);
    return Stream.of(
            account.map(Account::owner),
            Optional.ofNullable(settings.owner()),
            Optional.ofNullable(settings.approver()))
        .flatMap(Optional::stream)
        .distinct();
  }

  private void topics(Choice choice) {
    String text = PurposeText.current(own.language(choice.person())).version();
    follow(choice, change(choice, between -> chosen(between, choice, text)));
  }

  private void interests(Choice choice) {
    Relationship unused =
        change(choice, between -> between.movedBy(motivators(choice), choice.at(), choice.cause()));
  }

  /** What our own people have before them about a topic ends where the person declines it. */
  private void follow(Choice choice, Relationship now) {
    Relationship unused = new NudgeRest(workspace, InstantSource.fixed(choice.at())).follow(now);
  }

  private Relationship change(Choice choice, UnaryOperator<Relationship> change) {
    return workspace.relationships().change(Subject.person(choice.person()), change);
  }
}
