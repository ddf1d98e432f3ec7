package dev.vouch.slack.view.home;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.etiquette.ChannelRule;
import dev.vouch.nudge.etiquette.Manners;
import dev.vouch.nudge.ranking.Place;
import dev.vouch.nudge.ranking.Tally;
import dev.vouch.pipeline.NudgeAnswer.Choice;
import dev.vouch.pipeline.courtesy.Silence;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.nudge.NudgeWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When Vouch is quiet, for whom, how to hear from it again, and what comes first when it speaks.
 */
public final class EtiquetteView {
  private static final int MOST = 3;

  private EtiquetteView() {}

  /**
   * What waits for one of our own people.
   *
   * @param open nudges that they have and that are theirs to answer, best first
   * @param next nudges in the order in which they come, each with its place
   * @param waiting how many wait in all
   * @param aDay how many they get a day
   */
  public record Queue(
      Manners manners, List<Ranked> open, List<Ranked> next, long waiting, int aDay) {
    /** Nothing waits. */
    public static final Queue EMPTY = new Queue(Manners.NONE, List.of(), List.of(), 0, 3);

    public Queue {
      open = List.copyOf(open);
      next = List.copyOf(next);
    }

    /** Why a nudge that they have has its place among those; empty where it has none. */
    Optional<String> why(Nudge nudge) {
      return open.stream()
          .filter(one -> one.nudge().id().equals(nudge.id()))
          .map(one -> EtiquetteView.why(one.place()))
          .findFirst();
    }
  }

  /** A nudge and why it has its place. */
  public record Ranked(Nudge nudge, Place place) {}

  /** Three in a row had no answer. */
  public static Rendering silence(Silence silence) {
    return silence.over() == null ? begun(silence) : over(silence);
  }

  private static Rendering begun(Silence silence) {
    String lead = "I have stopped sending you suggestions: the last three had no answer.";
    return new Rendering(
        lead,
        List.of(
            Kit.section(
                "*%s*\nThat is fine, and nobody is told. %s"
                    .formatted(lead, waits(silence.waiting()))),
            again("Start again"),
            Kit.context(
                "Answering any suggestion starts it again, too. A few days of quiet at any time:"
                    + " `/vouch snooze 3d`.")));
  }

  private static Rendering over(Silence silence) {
    return Rendering.saying("Suggestions come again. " + waits(silence.waiting()));
  }

  private static String waits(long waiting) {
    return waiting == 0
        ? "Nothing waits."
        : "%d %s, each until it is too late for it."
            .formatted(waiting, waiting == 1 ? "suggestion waits" : "suggestions wait");
  }

  private static LayoutBlock again(String label) {
    return Kit.actions(
        Actions.AGAIN_BLOCK,
        List.of(
            Kit.button(Actions.nudge(Choice.START_AGAIN), label, "again")
                .style("primary")
                .build()));
  }

  /** They have asked for quiet. */
  public static Rendering snoozed(Instant until) {
    return Rendering.saying(
        "No suggestions until %s; then they come again by themselves."
            .formatted(Mrkdwn.date(until)),
        "What waits keeps until it is too late for it. Sooner: `/vouch snooze off`. What others"
            + " ask of you still comes.");
  }

  public static Rendering awake(long waiting) {
    return Rendering.saying("Suggestions come again. " + waits(waiting));
  }

  /** What is done with what is said in a channel. */
  public static Rendering channel(String channel, ChannelRule rule) {
    return Rendering.saying(
        "What is said in <#%s> is %s.".formatted(channel, rule.words()),
        rule == ChannelRule.LISTEN
            ? "Less: `/vouch channel #c no-nudges` or `ignore`."
            : "Back: `/vouch channel #c listen`.");
  }

  /** What stands on App Home of it: whether it is quiet, and what comes next and why. */
  static List<LayoutBlock> home(Queue queue, Instant now) {
    List<LayoutBlock> blocks = new ArrayList<>();
    Manners manners = queue.manners();
    Instant snoozed = manners.snoozed();
    if (snoozed != null && snoozed.isAfter(now)) {
      blocks.add(Kit.section("*Quiet* until %s, as you asked.".formatted(Mrkdwn.date(snoozed))));
      blocks.add(again("Start again now"));
    } else if (manners.isStopped()) {
      blocks.add(Kit.section("*Quiet:* the last three suggestions had no answer, so none comes."));
      blocks.add(again("Start again"));
    }
    if (!queue.next().isEmpty()) {
      blocks.add(Kit.section(next(queue)));
      blocks.add(
          Kit.context(
              "At most %s, and of one account no more than half of them while others wait. Every third place is for"
                      .formatted(suggestions(queue.aDay()))
                  + " what has waited longest, the others by what people here take up."));
    }
    return blocks;
  }

  private static String suggestions(int aDay) {
    return aDay == 1 ? "1 suggestion a day" : "%d suggestions a day".formatted(aDay);
  }

  private static String next(Queue queue) {
    StringBuilder text = new StringBuilder("*Next, best first*\n");
    queue.next().stream().limit(MOST).forEach(one -> text.append(line(one)).append('\n'));
    return text.append(waits(queue.waiting())).toString();
  }

  private static String line(Ranked one) {
    Nudge nudge = one.nudge();
    return "• %s: %s · %s"
        .formatted(
            NudgeWords.label(nudge.kind()),
            Lines.of(nudge.aboutName(), nudge.accountName()),
            why(one.place()));
  }

  static String why(Place place) {
    Tally tally = place.tally();
    String liked =
        tally.all() == 0
            ? "nothing is known yet of how you like such"
            : "taken up %d of %d times".formatted(tally.well(), tally.all());
    return place.why() == Place.Why.WAITED_LONGEST ? "has waited longest" : liked;
  }
}
