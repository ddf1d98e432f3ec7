package dev.vouch.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.classify.Classifier;
import dev.vouch.classify.Effort;
import dev.vouch.classify.context.OwnWords;
import dev.vouch.mention.Judgement;
import dev.vouch.mention.Products;
import dev.vouch.pipeline.TestDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages are quoted with the names that their workspace knows. */
class MessageReaderTest {
  private static final String RAW = "<@UAMARA> just get it, you won't regret it";

  private final TestDirectory directory = new TestDirectory("T0HOME");
  private Products products = Products.UNKNOWN;
  private final Classifier classifier = Classifier.shipped();
  private final MessageReader reader =
      new MessageReader(() -> classifier, directory, () -> products, () -> Effort.FULL);

  @Test
  void personSpokenOf_isQuotedByName() {
    assertThat(reader.apply(RAW).evidence()).anyMatch(words -> words.startsWith("@Amara just"));
  }

  @Test
  void strangers_areSomeone() {
    assertThat(reader.apply(RAW.replace("UAMARA", "UNOBODY")).evidence())
        .anyMatch(words -> words.startsWith("@someone just"));
  }

  @Test
  void unreachableDirectory_holdsNoJudgementUp() {
    Judgement named = reader.apply(RAW);
    directory.reachable = false;
    Judgement unnamed = reader.apply(RAW);
    assertThat(unnamed.intent()).isEqualTo(named.intent());
    assertThat(unnamed.confidence()).isEqualTo(named.confidence());
    assertThat(unnamed.evidence()).anyMatch(words -> words.startsWith("@someone just"));
  }

  @Test
  void advocacyForACompetitor_isNoAdvocacyForUs() {
    String raw = "Just switch to Tessel, you won't regret it, I highly recommend it to everyone";
    assertThat(reader.apply(raw).isAdvocacy()).isTrue();
    products = Products.UNKNOWN.withTheirs("Tessel");
    assertThat(reader.apply(raw).isAdvocacy()).isFalse();
    assertThat(reader.apply(raw).competitor()).isTrue();
    products = Products.UNKNOWN.withOurs("Tessel");
    assertThat(reader.apply(raw).isAdvocacy()).isTrue();
  }

  @Test
  void linkBehindItsWords_showsATie() {
    String raw = "Just get it, you won't regret it: <https://shop.example/%s|over here>";
    assertThat(reader.apply(raw.formatted("?ref=marta")).incentivised()).isTrue();
    assertThat(reader.apply(raw.formatted("planner")).incentivised()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      value = {
        "Two years with it, saved us a day a month <https://shop.example/?ref=marta>|true",
        "&gt; get it <https://shop.example/?ref=marta> // Just get it, you won't regret it|false",
        "“everybody should get <https://shop.example/?ref=marta> today” Just get it|false",
        "Just get it // --- Forwarded message --- // see <https://shop.example/?ref=marta>|false"
      })
  void linkThatPaysItsPoster_isATie_onlyAmongOwnWords(String raw, boolean tied) {
    String own = OwnWords.of(raw.replace(" // ", "\n")).raw();
    assertThat(reader.apply(own).incentivised()).isEqualTo(tied);
  }
}
