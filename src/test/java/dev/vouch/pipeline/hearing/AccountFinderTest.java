package dev.vouch.pipeline.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.AccountLink;
import dev.vouch.mention.Author;
import dev.vouch.store.TestWorkspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountFinderTest {
  private static final int WORKERS = 4;

  private final TestWorkspace here = new TestWorkspace();

  @AfterEach
  void close() {
    here.close();
  }

  /** Each knows of no account when it begins; whoever comes later finds that of the first. */
  @Test
  void companyThatSeveralWorkersMeetAtOnce_isOneAccount() throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    CyclicBarrier together = new CyclicBarrier(WORKERS);
    AccountFinder finder = new AccountFinder(here.books.accounts(), here.directory);
    try {
      for (int round = 0; round < 100; round++) {
        String domain = "company%d.example".formatted(round);
        List<Future<Optional<AccountLink>>> found = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
          Author author = colleague(worker, domain);
          found.add(
              workers.submit(
                  () -> {
                    together.await();
                    return find(finder, author);
                  }));
        }
        String account = found.get(0).get().orElseThrow().account();
        for (Future<Optional<AccountLink>> one : found) {
          assertThat(one.get()).map(AccountLink::account).hasValue(account);
        }
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static Optional<AccountLink> find(AccountFinder finder, Author author) {
    AccountFinder.Known none = new AccountFinder.Known(Map.of(), Map.of(), Map.of());
    return finder.find(author, Optional.empty(), none, Instant.EPOCH);
  }

  private Author colleague(int number, String domain) {
    String email = "person%d@%s".formatted(number, domain);
    return new Author("U0C" + number, here.team, "Person", Author.Kind.CUSTOMER, email, null);
  }
}
