package dev.vouch.pipeline.inbox;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import dev.vouch.pipeline.NudgeAnswer;
import dev.vouch.pipeline.executive.IntroductionAnswer;
import dev.vouch.pipeline.executive.IntroductionDesk;
import dev.vouch.pipeline.hearing.Effect;
import dev.vouch.pipeline.hearing.HandLabels;
import dev.vouch.pipeline.hearing.Listener;
import dev.vouch.pipeline.hearing.SavedAdvocacy;
import dev.vouch.pipeline.inbox.Deliveries.Delivery;
import dev.vouch.pipeline.nudge.NudgeDesk;
import dev.vouch.pipeline.reply.Choice;
import dev.vouch.pipeline.reply.ChoiceDesk;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Says what an envelope of one workspace comes to. */
public final class EnvelopeReader {
  private final Gson gson = new Gson();
  private final EventReader events;
  private final Desks desks;
  private final ChoiceDesk choices;

  /**
   * Who does what people press and fill in.
   *
   * @param instructions does what one of our own people decided
   * @param sharing passes on what other workspaces see, too
   */
  public record Desks(
      HandLabels labels,
      NudgeDesk nudges,
      IntroductionDesk introductions,
      Consumer<Delivery> instructions,
      Sharing sharing) {}

  /** Passes events of channels that companies share on to the other workspaces that see them. */
  @FunctionalInterface
  public interface Sharing {
    /** Where there is no other workspace that could see anything. */
    Sharing NONE = batch -> Map.of();

    /**
     * Passes on those of a batch that others see. It may be done twice.
     *
     * @return by receipt, why it could not be done now; those are to come again
     */
    Map<String, RuntimeException> passOn(List<Delivery> batch);
  }

  public EnvelopeReader(EventReader events, Desks desks) {
    this.events = events;
    this.desks = desks;
    this.choices = events.choices(desks.labels());
  }

  /**
   * @throws com.google.gson.JsonSyntaxException if the payload is no JSON
   */
  Effect effect(Delivery delivery) {
    String payload = delivery.envelope().payload();
    return switch (delivery.envelope().type()) {
      case EVENT ->
          events.effect(JsonParser.parseString(payload).getAsJsonObject(), delivery.isRepeated());
      case NUDGE_ANSWER ->
          new Effect.Alone(() -> answered(gson.fromJson(payload, NudgeAnswer.class)));
      case INTRODUCTION_ANSWER ->
          new Effect.Alone(
              () -> desks.introductions().answer(gson.fromJson(payload, IntroductionAnswer.class)));
      case SAVED_ADVOCACY ->
          new Effect.Alone(() -> desks.labels().save(gson.fromJson(payload, SavedAdvocacy.class)));
      case CHOICE -> new Effect.Alone(() -> choices.take(gson.fromJson(payload, Choice.class)));
      case INSTRUCTION -> new Effect.Alone(() -> desks.instructions().accept(delivery));
      case UNKNOWN -> throw new IllegalStateException("this version cannot read it");
    };
  }

  private void answered(NudgeAnswer answer) {
    if (answer.choice() != NudgeAnswer.Choice.REQUEST
        || desks.introductions().isRequested(answer)) {
      desks.nudges().answer(answer, desks.labels()::correct);
    }
  }

  Map<String, RuntimeException> passOn(List<Delivery> batch) {
    return desks.sharing().passOn(batch);
  }

  Listener listener() {
    return events.listener();
  }
}
