package dev.vouch.slack.gallery;

import static dev.vouch.slack.gallery.Gallery.message;

import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.nudge.executive.Brief;
import dev.vouch.nudge.executive.Executive;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.nudge.executive.Introduction.Delivery;
import dev.vouch.nudge.executive.Introduction.Message;
import dev.vouch.nudge.executive.Introduction.Request;
import dev.vouch.nudge.executive.Introduction.Step;
import dev.vouch.nudge.executive.Matching;
import dev.vouch.nudge.executive.Matching.LeftOut;
import dev.vouch.nudge.executive.Matching.Match;
import dev.vouch.nudge.executive.Matching.Why;
import dev.vouch.nudge.executive.Notice;
import dev.vouch.nudge.executive.Point;
import dev.vouch.nudge.executive.Point.Kind;
import dev.vouch.nudge.executive.Refusal;
import dev.vouch.nudge.executive.Seniority;
import dev.vouch.nudge.executive.Stage.Event;
import dev.vouch.nudge.executive.Windows;
import dev.vouch.nudge.executive.Windows.Hours;
import dev.vouch.pipeline.executive.IntroductionAnswer.NotMe;
import dev.vouch.pipeline.executive.Wish;
import dev.vouch.slack.gallery.Gallery.Audience;
import dev.vouch.slack.gallery.Gallery.Piece;
import dev.vouch.slack.view.executive.IntroductionView;
import dev.vouch.slack.view.executive.RosterView;
import dev.vouch.slack.view.person.WhoView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Executives, and an introduction to one at every stage of its way. */
final class ExecutiveGallery {
  private static final Instant NOW = Samples.NOW;
  private static final Executive LENA =
      new Executive(
          Samples.EXEC,
          Set.of("month-end", "security"),
          Seniority.CHIEF,
          Set.of("en", "es"),
          3,
          Samples.APPROVER,
          null);
  private static final Match SPONSOR =
      new Match(
          LENA,
          List.of(
              new Point(Kind.SPONSOR),
              new Point(Kind.TOPIC, "month-end"),
              new Point(Kind.HOURS),
              new Point(Kind.LANGUAGE, "Spanish")),
          1,
          2);
  private static final Match OTHER =
      new Match(
          Executive.of(Samples.APPROVER).withTopics(Set.of("pricing")),
          List.of(new Point(Kind.RANK), new Point(Kind.NO_TOPIC), new Point(Kind.FEW_HOURS)),
          0,
          2);

  private ExecutiveGallery() {}

  static List<Piece> pieces() {
    Introduction asked = requested().telling(Message.ASK, Samples.EXEC, NOW).told(at(1), NOW);
    Introduction approved = after(asked, Event.APPROVED, null);
    Introduction declined = after(asked, Event.NOT_ME, NotMe.TOPIC.words());
    return List.of(
        notice("introduction-ask", asked, Message.ASK),
        notice("introduction-later", after(asked, Event.LATER, null), Message.ASK),
        notice("introduction-brief", approved, Message.BRIEF),
        notice("introduction-schedule", approved, Message.SCHEDULE),
        notice("introduction-approved", approved, Message.NEWS),
        notice("introduction-declined", declined, Message.NEWS),
        notice("introduction-expired", after(asked, Event.EXPIRED, null), Message.NEWS),
        notice(
            "introduction-stopped",
            after(asked, Event.STOPPED, Refusal.OPTED_OUT.words()),
            Message.NEWS),
        notice("introduction-gone", after(asked, Event.GONE, null), Message.NEWS),
        notice("introduction-outcome", approved, Message.OUTCOME),
        notice("introduction-moved", after(approved, Event.MOVED, null), Message.ASK),
        notice("introduction-met", after(approved, Event.HAPPENED, null), Message.OUTCOME),
        notice("introduction-not-met", after(approved, Event.DID_NOT, null), Message.OUTCOME),
        rep("introduction-asked", RosterView.of(asked(), Samples::name)),
        rep(
            "introduction-refused",
            RosterView.of(new Wish.Refused("Ana Ruiz", Refusal.NOT_AGREED), Samples::name)),
        rep(
            "introduction-under-way",
            RosterView.of(new Wish.UnderWay("Ana Ruiz", approved), Samples::name)),
        rep("introduction-nobody", RosterView.of(nobody(null), Samples::name)),
        rep("introduction-not-this-one", RosterView.of(nobody(Samples.EXEC), Samples::name)),
        rep("execs", RosterView.roster(rows(), "Noted.", Samples::name)),
        rep("execs-empty", RosterView.roster(List.of(), "", Samples::name)),
        rep(
            "who-introduced",
            WhoView.of(SamplePeople.advocate(), Samples::name)
                .and(RosterView.introductions(List.of(approved, declined), Samples::name))));
  }

  private static Piece rep(String name, dev.vouch.slack.view.Rendering view) {
    return message(name, Audience.REP, view);
  }

  private static Posted at(int number) {
    return new Posted("D0LENA", "1795161600.00020" + number);
  }

  private static Introduction requested() {
    Request request =
        new Request(
            Samples.ADVOCATE,
            "Ana Ruiz",
            "Northwind Foods",
            Samples.REP,
            "she runs the largest month-end we know of, and asks where we are heading",
            SPONSOR.why(),
            NOW);
    return Introduction.requested("sample", request, Samples.EXEC, YearMonth.of(2026, 11), NOW);
  }

  private static Introduction after(Introduction one, Event event, @Nullable String words) {
    return one.after(new Step(event, NOW, Samples.EXEC, words));
  }

  private static Piece notice(String name, Introduction one, Message message) {
    Delivery delivery = new Delivery(message, one.history().size(), to(message), NOW, at(2), false);
    Delivery shown =
        message == Message.ASK && one.deliveries().size() == 1 ? one.deliveries().get(0) : delivery;
    Notice notice =
        new Notice(
            one,
            shown,
            Brief.of(SamplePeople.advocate().evidence(), "Head of Finance", Samples.account(), NOW),
            Windows.propose(Samples.ZONE, ZoneId.of("America/New_York"), Hours.USUAL, NOW),
            one.stage().isOpen() || name.endsWith("stopped") ? null : OTHER);
    return message(name, Audience.REP, IntroductionView.of(notice, Samples::name));
  }

  private static String to(Message message) {
    return switch (message) {
      case ASK, BRIEF -> Samples.EXEC;
      case SCHEDULE -> Samples.APPROVER;
      case NEWS, OUTCOME -> Samples.REP;
    };
  }

  private static Wish.Asked asked() {
    return new Wish.Asked(requested(), SPONSOR, List.of(OTHER));
  }

  private static Wish.Nobody nobody(@Nullable String wanted) {
    Matching matching =
        new Matching(
            wanted == null ? List.of() : List.of(OTHER),
            List.of(
                new LeftOut(Samples.EXEC, Why.NO_CAPACITY),
                new LeftOut(Samples.APPROVER, Why.PAUSED)));
    return new Wish.Nobody("Ana Ruiz", matching, wanted);
  }

  private static List<RosterView.Row> rows() {
    return List.of(
        new RosterView.Row(LENA, true, 2, "Europe/Berlin"),
        new RosterView.Row(
            Executive.of(Samples.APPROVER)
                .withTopics(Set.of("pricing"))
                .pausedUntil(LocalDate.of(2027, 1, 31)),
            true,
            0,
            "Europe/London"),
        new RosterView.Row(Executive.of("UEVA"), false, 2, "UTC"));
  }
}
