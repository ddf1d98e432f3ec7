package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Hearing;
import dev.vouch.advocate.Wording;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Aim;
import dev.vouch.mention.ContextReason;
import dev.vouch.mention.Disclosure;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.Stance;
import dev.vouch.store.key.Keys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** What is stored can be read again. */
class MentionRecordTest {
  private final UnifiedJedis redis = RedisClient.create(TestRedis.address().uri().toString());
  private final Keys keys = new Keys(TestRedis.freshTeam());
  private final Words words = new Words(redis, keys);
  private final MentionRecord record = new MentionRecord(words);

  @AfterEach
  void close() {
    redis.close();
  }

  private static final MentionId ID = new MentionId("C1", "1764000000.000100");

  @ParameterizedTest
  @EnumSource(Disclosure.class)
  void act_keepsWhatItDiscloses_atTheLastAimToo(Disclosure disclosure) {
    AdvocacyAct act =
        new AdvocacyAct(
            ID,
            "U1",
            new Purpose(ActKind.DEFENCE, Aim.DEFEND),
            0.9,
            Set.of(),
            List.of("worth a trial"),
            new Wording(disclosure, true),
            "link",
            null);
    assertThat(readAct(act, heard(Intent.ADVOCACY, false))).contains(act);
  }

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
    assertThat(readAct(act, heard(Intent.ADVOCACY, false))).contains(act);
  }

  @ParameterizedTest
  @CsvSource({"true,false", "false,false", "false,true", "true,true"})
  void act_keepsHowItWasSaid(boolean incentivised, boolean specific) {
    Heard heard = heard(Intent.ADVOCACY, false);
    AdvocacyAct act =
        new AdvocacyAct(
            ID,
            "U1",
            new Purpose(ActKind.PEER_HELP, Aim.DEFEND),
            heard.confidence(),
            Set.of(),
            heard.evidence(),
            new Wording(incentivised, specific),
            heard.permalink(),
            "U9");
    assertThat(readAct(act, heard)).contains(act);
  }

  @Test
  void mention_keepsThatItPromotesACompetitor() {
    Heard heard = heard(Intent.WARNING, true);
    Hearing hearing = Hearing.settled(heard, null, "1");
    assertThat(record.heard(ID, "U1", written(hearing))).isEqualTo(heard);
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
    assertThat(record.hearing(ID, "U1", written(hearing))).contains(hearing);
  }

  @Test
  void actThatSaysWhatItsMentionSays_isReadWithIt() {
    Heard heard = heard(Intent.ADVOCACY, false);
    AdvocacyAct act =
        new AdvocacyAct(
            ID,
            "U1",
            Purpose.USUAL,
            heard.confidence(),
            Set.of(Driver.COOLNESS, Driver.COMMUNITY),
            heard.evidence(),
            false,
            heard.permalink(),
            "U9");
    assertThat(readAct(act, heard)).contains(act);
  }

  /** Their numbers are stored: a new value belongs at the end, and none may go. */
  @Test
  void enums_keepTheNumbersThatAreStored() {
    assertThat(names(Intent.values()))
        .isEqualTo(
            "ADVOCACY PRAISE AMPLIFICATION QUESTION COMPLAINT SUGGESTION WARNING REWARD_SEEKING"
                + " NEUTRAL");
    assertThat(names(Sentiment.values())).isEqualTo("POSITIVE NEUTRAL NEGATIVE");
    assertThat(names(Stance.values()))
        .isEqualTo("NONE CHOICE CHOICE_OF_THEIRS ADVOCACY PRAISE COMPLAINT SECOND OTHER");
    assertThat(names(ActKind.values()))
        .isEqualTo(
            "RECOMMENDATION REFERRAL REVIEW DEFENCE REFERENCE_CALL STORY TALK INTRODUCTION"
                + " PEER_HELP");
    assertThat(names(Aim.values())).isEqualTo("LEARN TRY BUY VOUCH DEFEND");
    assertThat(names(Driver.values()))
        .isEqualTo("COOLNESS UNIQUE_SELLING_PROPOSITION SHARED_VALUES COMMUNITY HUMAN_TOUCH");
    assertThat(names(ContextReason.values()))
        .isEqualTo(
            "SECONDS_ADVOCACY SECONDS_PRAISE SECONDS_COMPLAINT SECONDS_OTHER SPEAKS_TO_A_BUYER"
                + " SPEAKS_OF_THEIRS WARNS_A_BUYER BARE_ANSWER PASSES_ON PASSES_OURS_ON"
                + " POINTS_AT_SHARE NO_CUSTOMER");
  }

  private static String names(Enum<?>[] values) {
    return String.join(" ", Stream.of(values).map(Enum::name).toList());
  }

  private Optional<AdvocacyAct> readAct(AdvocacyAct act, Heard heard) {
    return record.act(ID, "U1", written(Hearing.settled(heard, act, ID.ts())));
  }

  private String written(Hearing hearing) {
    for (String word : record.said(hearing)) {
      redis.hset(keys.words(), words.code(word), word);
    }
    return record.of(hearing, hearing.under(Stance.NONE));
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
