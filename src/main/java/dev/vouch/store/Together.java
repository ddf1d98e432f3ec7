package dev.vouch.store;

import dev.vouch.store.key.Keys;
import dev.vouch.store.server.RedisServers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Asks the same of many workspaces in few steps: a pipeline for each server and some hundreds of
 * workspaces, so that nobody else waits long at the server meanwhile.
 */
final class Together {
  private static final int IN_ONE_STEP = 500;

  private final RedisServers servers;

  Together(RedisServers servers) {
    this.servers = servers;
  }

  /** What is asked. */
  interface Question<T> {
    /** Comes first in each pipeline. */
    default void prepare(AbstractPipeline pipeline, Keys any) {}

    /** Puts it into a pipeline; the answer is there once that was sent. */
    Supplier<T> queue(AbstractPipeline pipeline, String team);
  }

  /**
   * The answers by workspace. Those of a server that does not answer are left out while another
   * does.
   */
  <T> Map<String, T> ask(Collection<String> teams, Question<T> question) {
    Map<String, List<String>> byServer =
        teams.stream()
            .collect(Collectors.groupingBy(team -> servers.holder(new Keys(team).prefix())));
    Map<String, T> answers = new HashMap<>();
    List<JedisException> failures = new ArrayList<>();
    for (List<String> there : byServer.values()) {
      try {
        for (int from = 0; from < there.size(); from += IN_ONE_STEP) {
          List<String> some = there.subList(from, Math.min(there.size(), from + IN_ONE_STEP));
          answers.putAll(askOne(some, question, failures));
        }
      } catch (JedisException e) {
        failures.add(e);
      }
    }
    if (answers.isEmpty() && !failures.isEmpty()) {
      throw failures.get(0);
    }
    return answers;
  }

  /** Where Redis refuses what is asked of one workspace, the others have their answers. */
  private <T> Map<String, T> askOne(
      List<String> teams, Question<T> question, List<JedisException> failures) {
    Keys any = new Keys(teams.get(0));
    Map<String, Supplier<T>> asked = new HashMap<>();
    servers.send(
        any.prefix(),
        pipeline -> {
          question.prepare(pipeline, any);
          teams.forEach(team -> asked.put(team, question.queue(pipeline, team)));
          return asked;
        });
    Map<String, T> answers = new HashMap<>();
    asked.forEach(
        (team, answer) -> {
          try {
            answers.put(team, answer.get());
          } catch (JedisDataException e) {
            failures.add(e);
          }
        });
    return answers;
  }
}
