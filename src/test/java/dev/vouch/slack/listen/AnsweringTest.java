package dev.vouch.slack.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouch.pipeline.Directory.Unreachable;
import dev.vouch.slack.listen.Answering.Asker;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class AnsweringTest {
  private static final Asker ASKER = new Asker("/vouch", "T1", "U1");
  private final List<Runnable> waiting = new ArrayList<>();

  private final Answering atOnce = new Answering(() -> "REF", Runnable::run, Duration.ofSeconds(2));
  private final Answering held = new Answering(() -> "REF", waiting::add, Duration.ofMillis(1));

  @Test
  void quickWork_isThereAtOnce() {
    assertThat(atOnce.soon(() -> "done", late -> {})).contains("done");
  }

  @Test
  void slowWork_comesLate() {
    List<String> late = new ArrayList<>();
    assertThat(held.soon(() -> "done", late::add)).isEmpty();
    assertThat(late).isEmpty();
    waiting.get(0).run();
    assertThat(late).containsExactly("done");
  }

  @Test
  void failedWork_failsAsItself() {
    assertThatThrownBy(
            () ->
                atOnce.soon(
                    () -> {
                      throw new Unreachable("users.info: HTTP 503", null, null);
                    },
                    late -> {}))
        .isInstanceOf(Unreachable.class);
  }

  @Test
  void workAfterTheAcknowledgement_mayFailWithoutHarm() {
    atOnce.later(
        ASKER,
        () -> {
          throw new IOException("hook is gone");
        });
    Answering full =
        new Answering(
            () -> "REF",
            work -> {
              throw new RejectedExecutionException("full");
            },
            Duration.ofSeconds(2));
    full.later(ASKER, () -> {});
    assertThat(full.failed(ASKER, new RejectedExecutionException("secret")).blocks().toString())
        .contains("REF")
        .doesNotContain("secret");
  }

  @Test
  void references_areShortAndDiffer() {
    References references = new References();
    Set<String> made = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      made.add(references.get());
    }
    assertThat(made).hasSizeGreaterThan(990);
    assertThat(made).allMatch(id -> id.matches("[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}"));
  }
}
