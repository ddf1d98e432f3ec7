package dev.vouch.pipeline;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import dev.vouch.pipeline.Deliveries.Delivery;
import dev.vouch.pipeline.executive.IntroductionAnswer;
import dev.vouch.pipeline.executive.IntroductionDesk;
import dev.vouch.pipeline.reply.Choice;
import dev.vouch.pipeline.reply.ChoiceDesk;

/** Says what an envelope of one workspace comes to. */
public final class EnvelopeReader {
  private final Gson gson = new Gson();
  private final EventReader events;
  private final HandLabels labels;
  private final NudgeDesk nudges;
  private final ChoiceDesk choices;
  private final IntroductionDesk introductions;

  public EnvelopeReader(
      EventReader events, HandLabels labels, NudgeDesk nudges, IntroductionDesk introductions) {
    this.events = events;
    this.labels = labels;
    this.nudges = nudges;
    this.introductions = introductions;
    this.choices = events.choices(labels);
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
              () -> introductions.answer(gson.fromJson(payload, IntroductionAnswer.class)));
      case SAVED_ADVOCACY ->
          new Effect.Alone(() -> labels.save(gson.fromJson(payload, SavedAdvocacy.class)));
      case CHOICE -> new Effect.Alone(() -> choices.take(gson.fromJson(payload, Choice.class)));
    };
  }

  private void answered(NudgeAnswer answer) {
    if (answer.choice() != NudgeAnswer.Choice.REQUEST || introductions.isRequested(answer)) {
      nudges.answer(answer, labels::correct);
    }
  }

  Listener listener() {
    return events.listener();
  }
}
