package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Heard;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Aim;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is stored can be read again, and so can what was stored before there were aims. */
class MentionJsonTest {
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
    assertThat(MentionJson.act("U1", ID, MentionJson.of(act))).isEqualTo(act);
  }

  @Test
  void actWithoutAim_hasTheAimThatIsUsualWithItsKind() {
    String before = "{'k':'%s','c':0.9,'d':[],'e':['yes'],'l':'link'}".replace('\'', '"');
    assertThat(MentionJson.act("U1", ID, before.formatted("recommendation")).purpose())
        .isEqualTo(Purpose.USUAL);
    assertThat(MentionJson.act("U1", ID, before.formatted("reference_call")).aim())
        .isEqualTo(Aim.VOUCH);
  }

  @Test
  void mention_keepsThatItPromotesACompetitor() {
    Heard heard =
        new Heard(
            ID,
            "U1",
            Intent.WARNING,
            Intent.PRAISE,
            0.9,
            Sentiment.POSITIVE,
            false,
            true,
            List.of("try theirs"),
            "link",
            "a model 1",
            null);
    String json = MentionJson.of(heard, "1");
    assertThat(MentionJson.heard(ID, json)).contains(heard);
    assertThat(MentionJson.heard(ID, json.replace("\"y\":true,", "")).orElseThrow().competitor())
        .isFalse();
  }
}
