package dev.vouch.pipeline.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.AccountField;
import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Heard;
import dev.vouch.mention.Author;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.pipeline.TestDirectory;
import dev.vouch.pipeline.ask.ReferenceFinder.Found;
import dev.vouch.store.TestRedis;
import dev.vouch.store.TestWorkspace;
import dev.vouch.store.server.BundledRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many people a request looks at, and how often Redis is asked, however many there are. */
class ReferenceFinderTest {
  private static final Asking LOOKED_FOR =
      new Asking("look", Rung.RATING, "UREP", "someone in health care");

  @TempDir private static Path directory;
  private static BundledRedis redis;

  private final TestWorkspace here = new TestWorkspace(redis.address(), TestRedis.freshTeam());

  @BeforeAll
  static void start() throws IOException {
    redis = BundledRedis.open(directory);
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @AfterEach
  void close() {
    here.close();
  }

  private void people(String account, String sector, int count, int acts) {
    here.books.accounts().change(account, one -> AccountField.SECTOR.set(one, sector));
    String id = here.books.accounts().named(account).orElseThrow().id();
    for (int i = 0; i < count; i++) {
      String person = "U" + account.toUpperCase(java.util.Locale.ROOT) + i;
      here.books
          .advocates()
          .meet(
              new Author(person, TestDirectory.NORTHWIND, person, Author.Kind.CUSTOMER, null, null),
              new AccountLink(id, "by hand", Instant.EPOCH));
      for (int act = 0; act < acts; act++) {
        act(
            new MentionId("C1", "17%08d.%06d".formatted(person.hashCode() & 0xffffff, act)),
            person);
      }
    }
  }

  private void act(MentionId id, String person) {
    Heard heard =
        new Heard(
            id,
            person,
            Intent.ADVOCACY,
            Intent.PRAISE,
            0.9,
            Sentiment.POSITIVE,
            false,
            false,
            List.of("just get it"),
            "https://acme.slack.com/archives/C1/p1",
            "rule 1",
            null);
    AdvocacyAct act =
        new AdvocacyAct(
            id,
            person,
            Purpose.USUAL,
            0.9,
            Set.of(),
            List.of("just get it"),
            false,
            heard.permalink(),
            null);
    here.books.advocates().write(heard, act, id.ts());
  }

  private Found find() {
    return new ReferenceFinder(here.workspace).find(LOOKED_FOR, TestWorkspace.NOW);
  }

  private long reads() {
    return Long.parseLong(here.store.info().getOrDefault("total_reads_processed", "0"));
  }

  private long trips() {
    long before = reads();
    find();
    return reads() - before - 1;
  }

  @Test
  void peopleOfAccountsThatFit_areFoundBehindManyWithMoreActs() {
    people("bank", "Finance", 210, 2);
    people("clinic", "Health care", 3, 1);

    Found found = find();

    assertThat(found.looked()).isEqualTo(203);
    assertThat(found.proposals().nearest())
        .extracting(left -> left.candidate().name())
        .filteredOn(name -> name.startsWith("UCLINIC"))
        .as("they have agreed to nothing")
        .hasSize(3);
    assertThat(found.proposals().leftOut())
        .containsEntry("their sector is not Health care, or not noted", 200);
  }

  @Test
  void whatARequestCosts_doesNotGrowWithThoseWhoFit() {
    people("clinic", "Health care", 70, 1);
    find();
    long few = trips();
    people("hospital", "Health care", 150, 1);
    Found many = find();
    long more = trips();

    assertThat(many.looked()).isBetween(200, 240);
    assertThat(many.beyond()).isEqualTo(many.looked() - 60);
    assertThat(more).isLessThanOrEqualTo(few + 10);
    assertThat(more).isLessThan(600);
  }
}
