package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.AdvocateBook;
import dev.vouch.advocate.AdvocateBook.Introduction;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Hearing;
import dev.vouch.advocate.Wording;
import dev.vouch.mention.Author;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import dev.vouch.store.server.BundledRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

/**
 * How much of Redis one advocate with three acts and ten mentions beside them takes, where there
 * are many of them: what is kept of a day, whoever spoke on it, is bounded, and weighs on few.
 */
class AdvocateMemoryTest {
  private static final int PEOPLE = Integer.getInteger("people", 10_000);
  private static final int MENTIONS = Integer.getInteger("mentions", 13);
  private static final int ACTS = 3;
  private static final int MOST_BYTES = 2_048;
  private static final Instant START = Instant.parse("2026-10-20T00:00:00Z");
  private static final List<String> WORDS =
      List.of(
          ("the new export finally lets our finance people close a month without asking me twice "
                  + "honestly Kestrel paid for itself in one quarter rollout took two afternoons "
                  + "and nobody here would go back to juggling four spreadsheets plus that ancient "
                  + "ticketing tool because search actually works roadmap calls feel candid "
                  + "dashboards load instantly permissions make sense")
              .split(" "));

  private final Random random = new Random(7);

  @Test
  void advocate_takesAboutTwoKibibytes(@TempDir Path directory) throws IOException {
    // A server of its own: what other tests leave in theirs comes and goes while this one measures.
    try (BundledRedis server = BundledRedis.open(directory);
        Store store = Store.at(server.address(), InstantSource.system());
        RedisClient redis = RedisClient.create(server.address().uri().toString())) {
      // What waits for a slow disk would be counted as the advocates' own.
      redis.configSet("appendonly", "no");
      String team = TestRedis.freshTeam();
      AdvocateBook book = store.books(team).advocates();
      hear(book, 1_000_000, 10);
      long before = used(redis);
      for (int person = 0; person < PEOPLE; person += 5) {
        hear(book, person, 5);
      }
      long bytes = (used(redis) - before) / PEOPLE;
      assertThat(bytes).isBetween(200L, (long) MOST_BYTES);
    }
  }

  /** What it stores: what is on its way to a client comes and goes. */
  private static long used(RedisClient redis) {
    String info = redis.info("memory");
    return bytes(info, "used_memory") - bytes(info, "mem_clients_normal");
  }

  private static long bytes(String info, String name) {
    return info.lines()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  private void hear(AdvocateBook book, int first, int people) {
    List<Introduction> met = new ArrayList<>();
    List<Hearing> hearings = new ArrayList<>();
    for (int number = first; number < first + people; number++) {
      String person = "U%010d".formatted(number);
      Author author =
          new Author(person, "T07AB3K9QXZ", "Amara Okafor", Author.Kind.CUSTOMER, null, null);
      String rule = "their Slack workspace T07AB3K9QXZ is connected to ours";
      met.add(new Introduction(author, new AccountLink("account-" + number / 20, rule, START)));
      for (int mention = 0; mention < MENTIONS; mention++) {
        hearings.add(hearing(person, mention < ACTS));
      }
    }
    book.hear(met, hearings).forEach(AdvocateBook.Result::get);
  }

  private Hearing hearing(String person, boolean isAct) {
    long second = START.getEpochSecond() + random.nextInt(30 * 86_400);
    String channel = "C07QK%06d".formatted(random.nextInt(8));
    MentionId id = new MentionId(channel, "%d.%06d".formatted(second, random.nextInt(1_000_000)));
    Intent intent = isAct ? Intent.ADVOCACY : Intent.values()[1 + random.nextInt(8)];
    List<String> evidence = List.of(sentence());
    double confidence = random.nextInt(1_000) / 1_000.0;
    String link =
        "https://northwind.slack.com/archives/%s/p%s".formatted(channel, id.ts().replace(".", ""));
    Heard heard =
        new Heard(
            id,
            person,
            intent,
            Intent.PRAISE,
            confidence,
            Sentiment.POSITIVE,
            false,
            false,
            evidence,
            link,
            "vouch-e5 2026-11-20",
            null);
    AdvocacyAct act =
        new AdvocacyAct(
            id,
            person,
            Purpose.USUAL,
            confidence,
            Set.of(Driver.HUMAN_TOUCH),
            evidence,
            new Wording(false, random.nextBoolean()),
            link,
            null);
    return Hearing.settled(heard, isAct ? act : null, id.ts());
  }

  /** About 90 characters. */
  private String sentence() {
    StringBuilder text = new StringBuilder();
    while (text.length() < 86) {
      text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
    }
    return text.toString().strip();
  }
}
