package dev.vouch.slack.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.AccountLink;
import dev.vouch.mention.Author;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.store.TestWorkspace;
import dev.vouch.store.server.BundledRedis;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often Redis is asked about many people, by what the server itself has counted. */
class PeopleCostTest {
  private static final Instant NOW = TestWorkspace.NOW;

  @TempDir private Path directory;
  private BundledRedis redis;
  private TestWorkspace here;

  @BeforeEach
  void open() {
    redis = BundledRedis.open(directory);
    here = new TestWorkspace(redis.address(), "TCOST");
  }

  @AfterEach
  void close() {
    here.close();
    redis.close();
  }

  /** Each of an account of their own. */
  private void advocates(int from, int to) {
    for (int i = from; i < to; i++) {
      Author author = new Author("UONE" + i, "T" + i, "One " + i, Author.Kind.CUSTOMER, null, null);
      here.directory.add(author);
      here.books.accounts().change("Company " + i, account -> account);
      here.books.advocates().meet(author, new AccountLink("company-" + i, "by hand", NOW));
      here.hear(
          new MentionId("C1", SlackTime.ts(NOW.minusSeconds(60 + i))),
          author.id(),
          "advocacy: just get it");
    }
  }

  private long trips(Runnable work) {
    work.run();
    long before = reads();
    work.run();
    return reads() - before - 1;
  }

  private long reads() {
    return Long.parseLong(here.store.info().get("total_reads_processed"));
  }

  @Test
  void topAndBreadth_ofTenAccounts_askAsOftenAsOfOne() {
    advocates(0, 1);
    long top = trips(() -> PeopleDesk.top(here.workspace));
    long breadth = trips(() -> PeopleDesk.breadth(NOW, here.workspace));
    advocates(1, 10);

    assertThat(PeopleDesk.top(here.workspace).toString()).contains("Company 9", "Company 0");
    assertThat(trips(() -> PeopleDesk.top(here.workspace))).isEqualTo(top);
    assertThat(trips(() -> PeopleDesk.breadth(NOW, here.workspace))).isEqualTo(breadth);
  }
}
