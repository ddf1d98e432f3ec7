package dev.vouch.pipeline.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.ask.Ask.State;
import dev.vouch.nudge.ask.Asking.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever says stop is asked nothing of what was still on its way to them. */
class StopEndsAsksTest extends AmaraIsReady {
  private void writes(String text) {
    here.hear(new MentionId("DAMARA", SlackTime.ts(now())), "UAMARA", text);
  }

  @Test
  void stop_takesBackAtOnceWhatWasNotSaidYet_andGivesBackWhatItTook() {
    mode(Mode.APPROVE_FIRST);
    Object unused = here.books.settings().change(set -> set.withApprover("UMAN"));
    assertThat(send("a1", "UREP").refused()).isNull();
    assertThat(ask("a1").state()).isEqualTo(State.APPROVAL);
    here.clock.advance(Duration.ofMinutes(1));
    writes("Stop!");

    assertThat(ask("a1").state()).isEqualTo(State.WITHDRAWN);
    assertThat(ask("a1").reason()).isEqualTo(Refusal.OPTED_OUT.words());
    assertThat(ledger(Kind.ASK)).isEmpty();
    here.clock.advance(Duration.ofMinutes(1));
    writes("start again");
    assertThat(dispatch.approve(ask("a1").id(), now()).orElseThrow().state())
        .isEqualTo(State.WITHDRAWN);
  }
}
