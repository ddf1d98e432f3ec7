package dev.vouch.pipeline.executive;

import dev.vouch.advocate.Contact;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.relationship.RelationshipBook.Decided;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.mention.Author;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.executive.ExecutiveBook.Entry;
import dev.vouch.nudge.executive.Given;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.nudge.executive.Introduction.Delivery;
import dev.vouch.nudge.executive.Introduction.Request;
import dev.vouch.nudge.executive.Introduction.Step;
import dev.vouch.nudge.executive.Matching;
import dev.vouch.nudge.executive.Matching.Match;
import dev.vouch.nudge.executive.Notice;
import dev.vouch.nudge.executive.Refusal;
import dev.vouch.nudge.executive.Stage;
import dev.vouch.nudge.executive.Stage.Event;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.NudgeAnswer;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.executive.Wish.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes wishes for introductions and what our own people answer to them. Everything here may happen
 * twice, or to two at once, and still happens once.
 */
public final class IntroductionDesk {
  private static final Logger LOG = LoggerFactory.getLogger(IntroductionDesk.class);

  private final Workspace workspace;
  private final InstantSource clock;

  public IntroductionDesk(Workspace workspace, InstantSource clock) {
    this.workspace = workspace;
    this.clock = clock;
  }

  /** Has the executive who suits best asked, or the one who is wanted, or says why not. */
  public Outcome request(Wish wish) {
    Instant now = clock.instant();
    IntroductionCase known = IntroductionCase.of(wish.person(), workspace, now);
    String name = known.person().name();
    Optional<Introduction> before = workspace.executives().introduction(wish.id());
    if (before.isPresent()) {
      return new Wish.UnderWay(name, before.get());
    }
    Optional<Refusal> refusal = known.refusal();
    if (refusal.isPresent()) {
      return new Wish.Refused(name, refusal.get());
    }
    return asked(wish, known, known.matching())
        .orElseGet(() -> new Wish.Nobody(name, known.matching(), wish.executive()));
  }

  /** The first who has a place left takes it: others may have been quicker since we looked. */
  private Optional<Outcome> asked(Wish wish, IntroductionCase known, Matching matching) {
    for (Match match : matching.ranked()) {
      boolean wanted =
          wish.executive() == null || wish.executive().equals(match.executive().person());
      if (wanted) {
        Introduction introduction = introduction(wish, known, match);
        Entry entry = workspace.executives().add(introduction);
        LOG.info("introduction {}: {}", introduction.id(), entry);
        if (entry == Entry.ADDED) {
          List<Match> others = new ArrayList<>(matching.ranked());
          others.remove(match);
          return Optional.of(new Wish.Asked(introduction, match, others));
        }
        if (entry == Entry.KNOWN || entry == Entry.OTHER_OPEN) {
          return open(wish).map(one -> new Wish.UnderWay(known.person().name(), one));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Somebody wants the introduction that a nudge suggests.
   *
   * @return whether the nudge is answered by that; else it says why not, and stays
   */
  public boolean isRequested(NudgeAnswer answer) {
    Optional<Nudge> nudge =
        workspace
            .nudges()
            .nudge(answer.nudge())
            .filter(one -> one.state().isOpen() && !one.isOnItsWay() && isStaff(answer.by()));
    if (nudge.isEmpty()) {
      return true;
    }
    Outcome outcome =
        request(
            new Wish(
                "nudge:" + answer.nudge(),
                nudge.get().about(),
                null,
                answer.by(),
                nudge.get().reason()));
    boolean underWay = outcome instanceof Wish.Asked || outcome instanceof Wish.UnderWay;
    if (!underWay) {
      workspace
          .nudges()
          .change(answer.nudge(), one -> one.noted(whyNot(outcome)))
          .ifPresent(this::show);
    }
    return underWay;
  }

  /** A message that is gone from Slack needs no change, and stops nothing else. */
  private void show(Nudge nudge) {
    try {
      workspace.messenger().show(nudge);
    } catch (Messenger.Refused e) {
      LOG.warn("the message of nudge {} stays as it is: {}", nudge.id(), e.getMessage());
    }
  }

  private static String whyNot(Outcome outcome) {
    return outcome instanceof Wish.Refused refused
        ? "Nobody was asked, because %s. What would change it: %s."
            .formatted(refused.why().words(), refused.why().change())
        : "Nobody was asked, because no executive can meet them now; `/vouch execs` says who is on"
            + " the roster and what they have left.";
  }

  private Optional<Introduction> open(Wish wish) {
    List<Introduction> all = workspace.executives().about(wish.person(), 50);
    return all.stream()
        .filter(one -> one.stage().isOpen() || one.id().equals(wish.id()))
        .findFirst();
  }

  private Introduction introduction(Wish wish, IntroductionCase known, Match match) {
    ZoneId zone = workspace.directory().zone(match.executive().person());
    Instant now = known.now();
    Request request =
        new Request(
            wish.person(),
            known.person().name(),
            known.account() == null ? null : known.account().name(),
            wish.by(),
            wish.words(),
            match.why(),
            now);
    return Introduction.requested(
        wish.id(),
        request,
        match.executive().person(),
        YearMonth.from(now.atZone(zone)),
        workspace.settings().settings().rules().quiet().over(now.atZone(zone)));
  }

  /** A button was pressed. Only whom it is for answers, and only while it means something. */
  public void answer(IntroductionAnswer answer) {
    Optional<Introduction> before = workspace.executives().introduction(answer.introduction());
    if (before.isEmpty() || !mayAnswer(before.get(), answer)) {
      LOG.warn("introduction {}: an answer of {} was dropped", answer.introduction(), answer.by());
      return;
    }
    Step step = step(before.get(), answer);
    workspace
        .executives()
        .change(answer.introduction(), now -> now.after(step))
        .ifPresent(
            after -> {
              LOG.info("introduction {}: {}", after.id(), after.stage());
              if (after.stage() == Stage.HAPPENED) {
                given(after);
              }
              show(after);
            });
  }

  private boolean mayAnswer(Introduction one, IntroductionAnswer answer) {
    boolean theirs =
        one.executive().equals(answer.by())
            || workspace
                .executives()
                .executive(one.executive())
                .filter(executive -> executive.isSpokenForBy(answer.by()))
                .isPresent();
    boolean asked = answer.event().isOutcome() && one.request().by().equals(answer.by());
    boolean known = answer.event().isAnswer() || answer.event().isOutcome();
    return known && (theirs || asked) && isStaff(answer.by());
  }

  private boolean isStaff(String person) {
    return workspace
        .directory()
        .author(person)
        .filter(author -> author.kind() == Author.Kind.STAFF)
        .isPresent();
  }

  /** A yes to what must not be any more is none; one to what must not be now is for later. */
  private Step step(Introduction one, IntroductionAnswer answer) {
    Instant now = clock.instant();
    Optional<Refusal> refusal =
        answer.event() == Event.APPROVED && one.takes(Event.APPROVED)
            ? IntroductionCase.of(one.request().person(), workspace, now).refusal()
            : Optional.empty();
    return refusal
        .map(
            why ->
                new Step(
                    why.isPassing() ? Event.LATER : Event.STOPPED, now, answer.by(), why.words()))
        .orElseGet(() -> new Step(answer.event(), now, answer.by(), answer.words()));
  }

  /** That they met is on record as given, once however often we get here. */
  private void given(Introduction one) {
    Subject person = Subject.person(one.request().person());
    List<Subject> with = new ArrayList<>(List.of(person));
    workspace
        .advocates()
        .contact(one.request().person())
        .flatMap(Contact::account)
        .map(Subject::account)
        .ifPresent(with::add);
    String executive = workspace.directory().name(one.executive());
    LedgerEntry entry = Given.of(one, workspace.relationships().of(person), executive);
    workspace
        .relationships()
        .decide(
            with,
            stand -> new Decided<>(stand.stream().map(now -> now.with(entry)).toList(), entry));
  }

  /** What somebody has before them that is not theirs to answer any more loses its buttons. */
  void show(Introduction one) {
    boolean ended = one.stage() == Stage.STOPPED;
    for (Delivery told : one.deliveries()) {
      boolean late = told.step() >= one.history().size() - 1;
      if (told.posted() != null && !one.isOpenFor(told) && (late || ended)) {
        show(Notice.bare(one, told));
      }
    }
  }

  private void show(Notice notice) {
    try {
      workspace.messenger().show(notice);
    } catch (Messenger.Refused e) {
      LOG.warn(
          "a message of introduction {} stays as it is: {}",
          notice.introduction().id(),
          e.getMessage());
    }
  }
}
