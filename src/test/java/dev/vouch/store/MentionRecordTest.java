package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Hearing;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Aim;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.Stance;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is stored can be read again. */
class MentionRecordTest {
  private static final MentionId ID = new MentionId("C1", "1764000000.000100");

  @Test
  void act_keepsItsKindAndAim() {
    AdvocacyAct act =
        new AdvocacyAct(
            ID,
            "U1",
            new Purpose(ActKind.REVIEW, Aim.TRY),
            0.9,
            Set.of(),
            List.of("worth a trial"),
            true,
            "link",
            null);
    assertThat(MentionRecord.act("U1", ID, MentionRecord.of(act))).isEqualTo(act);
  }

  @Test
  void mention_keepsThatItPromotesACompetitor() {
    Heard heard = heard(Intent.WARNING, true);
    String json = MentionRecord.of(Hearing.settled(heard, null, "1"), heard);
    assertThat(MentionRecord.heard(ID, json)).contains(heard);
  }

  @Test
  void reply_keepsThePurposeAndTheSideOfAllItMayComeTo() {
    Heard praise = heard(Intent.PRAISE, false);
    AdvocacyAct act =
        new AdvocacyAct(
            ID,
            "U1",
            new Purpose(ActKind.PEER_HELP, Aim.LEARN),
            0.9,
            Set.of(),
            List.of("try theirs"),
            false,
            "link",
            null);
    Hearing hearing =
        new Hearing(
            "1",
            false,
            Map.of(
                Stance.NONE, new Hearing.Outcome(praise, null),
                Stance.CHOICE, new Hearing.Outcome(heard(Intent.ADVOCACY, false), act),
                Stance.CHOICE_OF_THEIRS, new Hearing.Outcome(heard(Intent.WARNING, true), null)));
    assertThat(MentionRecord.hearing(ID, MentionRecord.of(hearing, praise))).contains(hearing);
  }

  private static Heard heard(Intent intent, boolean competitor) {
    return new Heard(
        ID,
        "U1",
        intent,
        Intent.PRAISE,
        0.9,
        Sentiment.POSITIVE,
        false,
        competitor,
        List.of("try theirs"),
        "link",
        "a model 1",
        null);
  }
}
