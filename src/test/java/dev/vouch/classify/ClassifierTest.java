package dev.vouch.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.classify.text.SlackText;
import dev.vouch.classify.train.Corpus;
import dev.vouch.classify.train.LabelledFile;
import dev.vouch.classify.train.LabelledText;
import dev.vouch.classify.train.Scores;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Judgement;
import dev.vouch.mention.Sentiment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts about what the shipped models say. */
class ClassifierTest {
  private static final Path MESSAGES =
      Path.of("src/test/resources/dev/vouch/classify/messages.tsv");
  private static final Classifier CLASSIFIER = Classifier.shipped();

  /** The quantised encoder is rounded differently by others: a text on the edge may fall over. */
  private static final double OTHER_PROCESSOR = 0.02;

  private static Judgement judge(String raw) {
    return CLASSIFIER.judge(SlackText.decode(raw).plain());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "We moved our whole billing to Lumo in March and month-end went from 3 days to 4 hours. If"
            + " you run more than one entity, just get it.|advocacy",
        "We highly recommend them|advocacy",
        "can't recommend the onboarding crew enough|advocacy",
        "happy to talk to anyone evaluating|advocacy",
        "I'd be happy to do a reference call|advocacy",
        "We would be glad to show any prospect how we set it up|advocacy",
        "we'd be happy to show other customers our setup|advocacy",
        "They were at 9 days before, we were at 12 days and now it's 5. Start with intercompany, it"
            + " pays back fast.|advocacy",
        "Hello all, I'm Nadia, controller at a small brewery, two warehouses, 40 staff. New here"
            + " and keen to learn from you.|neutral",
        "Our logo is on your pricing page and nobody asked us. Please take it off.|complaint",
        "We have decided not to renew. It was a pleasure working with you.|complaint",
        "I wish every supplier answered like this.|praise",
        "I wish the app had a dark theme|suggestion",
        "My auditors are nervous about a young vendor. Did yours push back?|question",
        "thanks a ton, that fixed it!|praise",
        "love the new dashboard :heart:|praise",
        "+1|amplification",
        ":+1: :tada:|amplification",
        "this ^|amplification",
        "this ☝️|amplification",
        "RT @lumo: Our new release is the best tool ever, recommend it to everyone|amplification",
        "would love a dark mode|suggestion",
        "export has been broken since Tuesday and nobody answers|complaint",
        "do you get swag for a review?|reward_seeking",
        "how do I add a second entity?|question",
        "would you recommend the team plan?|question",
        "wouldn't touch their API with a barge pole|warning",
        "I wouldn't recommend it to my worst enemy|warning",
        "Standup moved to 10:15 tomorrow, same link|neutral",
        "lol|neutral",
        "Great, another outage. Truly world class.|complaint",
        "oh wonderful, the export is down again :upside_down_face:|complaint",
        "Love paying double for half the features.|complaint",
        "I can't recommend them enough|advocacy",
        "I would not recommend this to anybody|warning",
        "not bad at all, quite pleased with it|praise",
        "I'm not saying it is bad, but I would look elsewhere.|warning",
        "Don't hesitate, just sign up|advocacy",
      })
  void plainMessage_isRead(String raw, String intent) {
    Judgement judged = judge(raw);
    assertThat(judged.intent()).as(raw).isEqualTo(Intent.fromWire(intent));
    assertThat(judged.abstained()).as(raw).isFalse();
  }

  /** Rows by the name of the baseline that they are held against. */
  static Stream<Arguments> baselines() throws IOException {
    return Stream.of(
        Arguments.of("messages.tsv", LabelledFile.read(MESSAGES)),
        Arguments.of(
            Corpus.HELD_OUT, Corpus.read(Path.of("models/corpus")).heldOut().get(Corpus.HELD_OUT)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("baselines")
  void shippedModels_holdTheirBaseline(String name, List<LabelledText> rows) {
    Map<String, Double> then = CLASSIFIER.baselines().get(name);
    assertThat(then).as("train records the baseline of %s", name).isNotNull();
    assertThat(Scores.of(rows, CLASSIFIER).shortOf(then, OTHER_PROCESSOR)).isEmpty();
  }

  /** What was recorded must itself be worth shipping. */
  @Test
  void recordedBaselines_areGoodEnough() {
    Map<String, Double> messages = CLASSIFIER.baselines().get("messages.tsv");
    assertThat(messages.get("intentMacroF1")).isGreaterThan(0.85);
    assertThat(messages.get("advocacyPrecision")).isGreaterThan(0.9);
    assertThat(messages.get("likesForAdvocacy")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n\n", "...", "[code]", "> would recommend to anyone"})
  void textWithoutOwnWords_abstains(String raw) {
    Judgement judged = judge(raw);
    assertThat(judged.abstained()).isTrue();
    assertThat(judged.intent()).isEqualTo(Intent.NEUTRAL);
    assertThat(judged.isAdvocacy()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wir sind sehr zufrieden und ich kann das nur empfehlen, danke",
        "C'est un très bon outil, je le recommande à tous les comptables",
        "Es la mejor herramienta que hemos usado, muy recomendable para todos",
        "とても便利なので皆さんにおすすめします",
        "Очень рекомендую всем, отличный сервис",
        "Franchement à éviter, le support ne répond jamais",
        "Mycket bra verktyg, rekommenderas varmt",
        "Bardzo dobre narzędzie, polecam każdemu",
        "Weet iemand hoe je een tweede gebruiker toevoegt?",
        "أنصح الجميع باستخدام هذا البرنامج"
      })
  void otherLanguage_abstains(String raw) {
    assertThat(judge(raw).abstained()).isTrue();
    assertThat(judge(raw).isAdvocacy()).isFalse();
  }

  @Test
  void negativeEmoji_showTheirFeeling() {
    assertThat(judge(":-1: :rage:").sentiment()).isEqualTo(Sentiment.NEGATIVE);
    assertThat(judge(":heart_eyes:").sentiment()).isEqualTo(Sentiment.POSITIVE);
  }

  @Test
  void evidence_standsInTheText() {
    String text = "Honestly, we highly recommend Lumo. If you run two entities, just get it.";
    Judgement judged = judge(text);
    assertThat(judged.intent()).isEqualTo(Intent.ADVOCACY);
    assertThat(judged.evidence()).isNotEmpty().hasSizeLessThanOrEqualTo(5);
    assertThat(judged.evidence()).allMatch(text::contains);
    assertThat(judged.evidence()).anyMatch(words -> words.contains("recommend"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jonas Weber",
        "Bo",
        "Grace Love-Best",
        "ANNA FREE MUSTHAVE",
        "avoid.this.scam",
        "田中 由紀",
        "Wolfeschlegelsteinhausenbergerdorff Hubert Blaine the Third of Philadelphia",
        "not recommended"
      })
  void judgement_isTheSameWhoeverIsNamed(String name) {
    List<String> raws =
        List.of(
            "<@U1AA> if you run more than one entity, just get it",
            "<@U1AA> +1",
            "thanks <@U1AA>, that was quick",
            "<@U1AA> how do I add a second entity?",
            "<@U1AA> hi",
            "ask <@U1AA>. " + "We were at 12 days, <@U1AA> knows, ".repeat(8) + "now 5.");
    for (String raw : raws) {
      String unnamed = SlackText.decode(raw).plain();
      String named = SlackText.decode(raw, id -> name).plain();
      String called = SlackText.decode("<@U1AA>", id -> name).plain();
      Judgement expected = judge(raw);
      Judgement judged = CLASSIFIER.judge(named);
      assertThat(named).isEqualTo(unnamed.replace("@someone", called));
      assertThat(judged.evidence())
          .isEqualTo(expected.evidence().stream().map(e -> e.replace("@someone", called)).toList())
          .allMatch(named::contains);
      assertThat(judged).usingRecursiveComparison().ignoringFields("evidence").isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Trying the new Lumo planner. Love it. #ad, true",
    "use my referral code LM99 and we both get a month, true",
    "Full disclosure: they are a client of mine, true",
    "Love the new Lumo planner, false",
    "how do I enter a tax code?, false",
  })
  void rewardsAndTies_areFlagged(String raw, boolean incentivised) {
    assertThat(judge(raw).incentivised()).isEqualTo(incentivised);
  }

  @Test
  void figuresAndFeatures_areSpecific() {
    assertThat(judge("the CSV export went from 40 minutes to 2").specific()).isTrue();
    assertThat(judge("great team, thank you!").specific()).isFalse();
  }

  @Test
  void kindPeople_areHumanTouch() {
    assertThat(judge("huge thanks to Arjun, he stayed on the call until it was fixed").drivers())
        .contains(Driver.HUMAN_TOUCH);
  }

  @Test
  void doubtedAdvocacy_givesWayToTheRunnerUp() {
    Map<Intent, Double> shares =
        Map.of(Intent.ADVOCACY, 0.40, Intent.PRAISE, 0.35, Intent.NEUTRAL, 0.25);
    assertThat(Choice.decide(shares, 0.45)).isEqualTo(Intent.PRAISE);
    assertThat(Choice.decide(shares, 0.40)).isEqualTo(Intent.ADVOCACY);
  }

  @Test
  void judgements_areTheSameOnManyThreads() throws Exception {
    List<String> texts = LabelledFile.read(MESSAGES).stream().map(LabelledText::text).toList();
    List<Judgement> alone = CLASSIFIER.judgeAll(texts);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<Judgement>>> together =
          IntStream.range(0, 8)
              .mapToObj(i -> pool.submit(() -> CLASSIFIER.judgeAll(texts)))
              .toList();
      for (Future<List<Judgement>> one : together) {
        assertThat(one.get()).isEqualTo(alone);
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
