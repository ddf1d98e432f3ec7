package dev.vouch.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.vouch.digest.Digest;
import dev.vouch.digest.DigestChannel;
import dev.vouch.mention.SlackTime;
import dev.vouch.store.TestRedis;
import dev.vouch.store.TestWorkspace;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** When digests are posted, with real state. It is 10:00 in London when each test begins. */
class DigestRoundTest {
  private final TestWorkspace here = new TestWorkspace();
  private final DigestRound round =
      new DigestRound(here.workspace, here.books.digests(), here.clock);

  @BeforeEach
  void channelAtNine() {
    DigestChannel channel =
        new DigestChannel("CDIGEST", LocalTime.of(9, 0), ZoneId.of("Europe/London"));
    here.books.settings().change(settings -> settings.withDigest(channel));
  }

  @AfterEach
  void close() {
    here.close();
  }

  private void hears(String text) {
    here.events.read(
        JsonParser.parseString(
                "{\"type\":\"message\",\"channel\":\"C1\",\"user\":\"UAMARA\",\"ts\":\"%s\",\"text\":\"%s\"}"
                    .formatted(SlackTime.ts(here.clock.instant()), text))
            .getAsJsonObject());
  }

  @Test
  void newChannel_waitsForItsHour() {
    round.postDue();
    assertThat(here.messenger.digests).isEmpty();
  }

  @Test
  void digest_isPostedOnceADay_withWhatWasHeard() {
    round.postDue();
    hears("advocacy: just get it");
    here.clock.advance(Duration.ofHours(23).plusMinutes(1));
    round.postDue();
    round.postDue();

    assertThat(here.messenger.digests).hasSize(1);
    Digest digest = here.messenger.digests.get(0);
    assertThat(digest.day()).isEqualTo(LocalDate.of(2026, 11, 19));
    assertThat(digest.totals().advocacy()).isOne();
    assertThat(digest.acts().get(0).personName()).isEqualTo("Amara");
  }

  @Test
  void twoInstances_postOneDigest() {
    DigestRound other = new DigestRound(here.workspace, here.books.digests(), here.clock);
    round.postDue();
    here.clock.advance(Duration.ofDays(1));
    round.postDue();
    other.postDue();

    assertThat(here.messenger.digests).hasSize(1);
  }

  @Test
  void digestWhoseAnswerNeverCame_isLookedForBeforeItIsPostedAgain() {
    round.postDue();
    here.clock.advance(Duration.ofDays(1));
    here.messenger.losesAnswers = true;
    round.postDue();
    assertThat(here.messenger.lookups).hasValue(0);

    here.messenger.losesAnswers = false;
    leaseIsOver();
    round.postDue();
    assertThat(here.messenger.lookups).hasValue(1);
    assertThat(here.messenger.digests).hasSize(1);

    here.clock.advance(Duration.ofDays(1));
    round.postDue();
    assertThat(here.messenger.digests).hasSize(2);
    assertThat(here.messenger.lookups).as("the next day's is the first again").hasValue(1);
  }

  private void leaseIsOver() {
    try (Jedis jedis = new Jedis(TestRedis.address().uri())) {
      String claim = "vouch:{%s}:digests:claim:CDIGEST:2026-11-19".formatted(here.team);
      assertThat(jedis.pttl(claim)).isPositive();
      jedis.del(claim);
    }
  }

  @Test
  void channelThatBreaks_holdsUpNoOther() {
    DigestChannel first = new DigestChannel("CBROKEN", LocalTime.of(9, 0), ZoneId.of("UTC"));
    here.books.settings().change(settings -> settings.withDigest(first));
    here.messenger.breaksFor = "CBROKEN";
    round.postDue();
    here.clock.advance(Duration.ofDays(1));
    round.postDue();

    assertThat(here.messenger.digests).hasSize(1);
  }

  @Test
  void missedDays_areNotMadeUpFor_butTheLatestOne() {
    round.postDue();
    here.clock.advance(Duration.ofDays(5));
    round.postDue();
    round.postDue();

    assertThat(here.messenger.digests)
        .extracting(Digest::day)
        .containsExactly(LocalDate.of(2026, 11, 23));
  }
}
