package dev.vouch.store;

import dev.vouch.pipeline.inbox.Agenda;
import dev.vouch.store.ask.AskKeys;
import dev.vouch.store.executive.IntroductionKeys;
import dev.vouch.store.gift.GiftKeys;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Script;
import dev.vouch.store.learning.LearningKeys;
import dev.vouch.store.nudge.AttentionKeys;
import dev.vouch.store.server.RedisServers;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import redis.clients.jedis.AbstractPipeline;

/** Asks what is due in a workspace, in one command. */
record AgendaQuestion(RedisServers servers, Instant now) implements Together.Question<Agenda> {

  @Override
  public void prepare(AbstractPipeline pipeline, Keys any) {
    Script.AGENDA.load(pipeline, any.prefix());
  }

  @Override
  public Supplier<Agenda> queue(AbstractPipeline pipeline, String team) {
    Keys keys = new Keys(team);
    Script.Queued asked =
        Script.AGENDA.queue(
            pipeline,
            List.of(
                keys.settings(),
                new LearningKeys(keys).state(),
                keys.edits(),
                keys.nudgesToShow(),
                keys.dueNudges(),
                keys.looks(),
                new AskKeys(keys).due(),
                new IntroductionKeys(keys).due(),
                new AttentionKeys(keys).letters(),
                new GiftKeys(keys).due()),
            List.of(Script.seconds(now)));
    return () -> {
      List<?> told = (List<?>) asked.result(servers.client());
      return new Agenda(told.get(0).equals(1L), String.valueOf(told.get(1)));
    };
  }
}
