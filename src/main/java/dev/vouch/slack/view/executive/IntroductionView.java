package dev.vouch.slack.view.executive;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.StaticSelectElement;
import dev.vouch.nudge.executive.Brief;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.nudge.executive.Matching.Match;
import dev.vouch.nudge.executive.Notice;
import dev.vouch.nudge.executive.Stage;
import dev.vouch.nudge.executive.Stage.Event;
import dev.vouch.nudge.executive.Windows;
import dev.vouch.pipeline.executive.IntroductionAnswer.NotMe;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.Rendering;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * What our own people are told of an introduction in direct messages: the question to the
 * executive, the brief, the proposal of times, the news and the question how it went. What is not
 * theirs to answer any more says where things stand, and no more.
 */
public final class IntroductionView {
  private static final int LONGEST_WHY = 500;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private IntroductionView() {}

  /**
   * @param names the name of a member of staff by Slack id
   */
  public static Rendering of(Notice notice, UnaryOperator<String> names) {
    Introduction one = notice.introduction();
    if (!one.isOpenFor(notice.delivery())) {
      return stands(one, names);
    }
    return switch (notice.delivery().message()) {
      case ASK -> ask(notice, names);
      case BRIEF -> brief(notice, names);
      case SCHEDULE -> schedule(notice, names);
      case NEWS -> news(notice, names);
      case OUTCOME -> outcome(one, names);
    };
  }

  private static Rendering stands(Introduction one, UnaryOperator<String> names) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section("An introduction of " + IntroductionWords.who(one)));
    blocks.add(Kit.section(IntroductionWords.stands(one, names)));
    if (one.stage() == Stage.HAPPENED) {
      blocks.add(
          Kit.section(
              "*Next:* whatever was promised, note it with `/vouch promised @person WHAT by"
                  + " 2027-01-31`, so that it is kept. It is on record as something that we gave."));
    }
    return new Rendering("An introduction of " + Lines.plainName(one.request().name()), blocks);
  }

  private static Rendering ask(Notice notice, UnaryOperator<String> names) {
    Introduction one = notice.introduction();
    String by = Lines.name(names.apply(one.request().by()));
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.context("Introduction"));
    blocks.add(Kit.section("*Would you meet %s?*".formatted(IntroductionWords.who(one))));
    blocks.add(
        Kit.section(
            "%s asks for half an hour of yours:\n%s"
                .formatted(by, Mrkdwn.quote(one.request().words(), LONGEST_WHY))));
    blocks.add(Kit.section(whyYou(one, names)));
    Brief brief = notice.brief();
    if (brief != null && !brief.said().isEmpty()) {
      blocks.add(Kit.section("*What they said last*\n" + BriefLines.quote(brief.said().get(0))));
    }
    blocks.add(Kit.actions(block(one), answers(one)));
    blocks.add(
        Kit.context(
            "A yes brings you a brief, and times to choose from to whoever keeps your calendar. A no"
                + " costs nothing. Rule: never more in a month than you take, never the same two"
                + " people again within half a year."));
    return new Rendering(
        "Would you meet %s?".formatted(Lines.plainName(one.request().name())), blocks);
  }

  private static String whyYou(Introduction one, UnaryOperator<String> names) {
    List<String> reasons = one.request().reasons();
    String name = Lines.name(names.apply(one.executive()));
    return reasons.isEmpty()
        ? "*Why you:* nobody of us had fewer introductions lately."
        : "*Why you:* %s %s.".formatted(name, Mrkdwn.words(String.join("; ", reasons), 600));
  }

  private static String block(Introduction one) {
    return Actions.INTRODUCTION_BLOCK + ":" + one.id();
  }

  private static List<BlockElement> answers(Introduction one) {
    return List.of(
        button(one, Event.APPROVED, "I will", true),
        button(one, Event.LATER, "Another time", false),
        StaticSelectElement.builder()
            .actionId(Actions.introduction(Event.NOT_ME))
            .placeholder(Kit.plain("Not me…"))
            .options(
                Arrays.stream(NotMe.values())
                    .map(
                        why ->
                            OptionObject.builder()
                                .text(Kit.plain(why.words()))
                                .value(why.name())
                                .build())
                    .toList())
            .build());
  }

  private static BlockElement button(Introduction one, Event event, String label, boolean primary) {
    var button = Kit.button(Actions.introduction(event), label, one.id());
    return (primary ? button.style("primary") : button).build();
  }

  private static Rendering brief(Notice notice, UnaryOperator<String> names) {
    Introduction one = notice.introduction();
    Brief brief = notice.brief();
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.context("Brief, for our own people alone"));
    blocks.add(Kit.section("*You will meet %s.*".formatted(IntroductionWords.who(one))));
    if (brief != null) {
      blocks.addAll(BriefLines.of(brief, names));
    }
    blocks.add(
        Kit.context(
            "%s wanted it: %s"
                .formatted(
                    Lines.name(names.apply(one.request().by())),
                    Mrkdwn.words(one.request().words(), LONGEST_WHY))));
    return new Rendering(
        "You will meet %s".formatted(Lines.plainName(one.request().name())), blocks);
  }

  private static Rendering schedule(Notice notice, UnaryOperator<String> names) {
    Introduction one = notice.introduction();
    String executive = Lines.name(names.apply(one.executive()));
    String person = IntroductionWords.who(one);
    boolean own = notice.delivery().to().equals(one.executive());
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.context("Time for an introduction"));
    blocks.add(
        Kit.section(
            own
                ? "*Please find half an hour with %s.*".formatted(person)
                : "*Please find half an hour for %s and %s.*".formatted(executive, person)));
    blocks.add(Kit.section(times(notice.windows(), executive)));
    blocks.add(
        Kit.section(
            "%s knows them and writes to them: tell %s what you chose."
                .formatted(
                    Lines.name(names.apply(one.request().by())),
                    Lines.name(names.apply(one.request().by())))));
    blocks.add(Kit.context("Vouch keeps no calendar: whether these times are free, only you see."));
    return new Rendering(
        "Please find half an hour for %s and %s"
            .formatted(
                Lines.plainName(names.apply(one.executive())),
                Lines.plainName(one.request().name())),
        blocks);
  }

  private static String times(
      @org.jspecify.annotations.Nullable Windows windows, String executive) {
    if (windows == null) {
      return "We do not know in which time zone they are, so there is no proposal.";
    }
    if (windows.proposed().isEmpty()) {
      return "They are in %s and %s in %s: their working days do not meet, so it takes an early or a late hour of one of the two."
          .formatted(windows.person(), executive, windows.executive());
    }
    StringBuilder lines = new StringBuilder("*In the working day of both:*");
    for (Instant at : windows.proposed()) {
      lines.append(
          "\n• %s for %s, %s for them"
              .formatted(told(at, windows.executive()), executive, told(at, windows.person())));
    }
    return lines.toString();
  }

  private static String told(Instant at, ZoneId zone) {
    return "%s, %s (%s)".formatted(DAY.format(at.atZone(zone)), TIME.format(at.atZone(zone)), zone);
  }

  private static Rendering news(Notice notice, UnaryOperator<String> names) {
    Introduction one = notice.introduction();
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.context("Introduction"));
    blocks.add(Kit.section("*%s*".formatted(IntroductionWords.who(one))));
    blocks.add(Kit.section(IntroductionWords.stands(one, names)));
    if (one.stage() == Stage.APPROVED) {
      blocks.add(
          Kit.section(
              "*Your part:* tell them that it was your idea to bring the two together, agree on a"
                  + " time with whoever keeps the calendar, and write to both. There is nothing to"
                  + " ask of them for it. How it went, you are asked in ten days."));
    }
    Match next = notice.next();
    if (next != null) {
      String name = names.apply(next.executive().person());
      blocks.add(Kit.section("*Next best:* " + RosterView.match(next, names)));
      blocks.add(
          Kit.actions(
              block(one),
              List.of(
                  Kit.button(
                          Actions.INTRODUCTION_INSTEAD,
                          "Ask %s".formatted(Lines.plainName(name)),
                          one.id() + " " + next.executive().person())
                      .build())));
    }
    return new Rendering(
        "An introduction of %s".formatted(Lines.plainName(one.request().name())), blocks);
  }

  private static Rendering outcome(Introduction one, UnaryOperator<String> names) {
    String executive = Lines.name(names.apply(one.executive()));
    return new Rendering(
        "Did they meet?",
        List.of(
            Kit.context("Introduction"),
            Kit.section(
                "*Did they meet? %s and %s*".formatted(executive, IntroductionWords.who(one))),
            Kit.actions(
                block(one),
                List.of(
                    button(one, Event.HAPPENED, "They met", true),
                    button(one, Event.MOVED, "It was moved", false),
                    button(one, Event.DID_NOT, "It will not happen", false))),
            Kit.context(
                "If they met, it is on record as something that we gave. If not, the executive has a"
                    + " place for somebody else.")));
  }
}
