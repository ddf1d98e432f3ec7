package dev.vouch.digest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.Spread;
import dev.vouch.advocate.Spread.Circle;
import dev.vouch.digest.Digest.Entry;
import dev.vouch.digest.Digest.Totals;
import dev.vouch.mention.Intent;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestTextTest {

  @Test
  void fullDay_readsLikeTheGoldenFile() throws IOException {
    assertThat(DigestText.of(fullDay())).isEqualTo(golden("digest-full.txt"));
  }

  @Test
  void quietDay_isOneLine() {
    Digest quiet = Digests.of(Digests.ADVOCACY, Digests.LIKES);

    assertThat(DigestText.of(quiet))
        .isEqualTo(
            "Friday, 13 March 2026: a quiet day, nothing to act on from Thu 12 Mar 09:00"
                + " to Fri 13 Mar 09:00 (Europe/London).\n");
    assertThat(DigestText.of(with(quiet, List.of(), new Totals(0, 0, 0, 0, 0, 0), 2)))
        .endsWith("(Europe/London). 2 nudges wait for an answer.\n");
  }

  @Test
  void oneOfEach_isSingular() {
    Digest one =
        with(
            Digests.of(Digests.ADVOCACY, Digests.LIKES),
            List.of(),
            new Totals(1, 1, 1, 1, 1, 1),
            1);

    assertThat(DigestText.of(one))
        .contains("1 complaint, 1 question\n", "1 suggestion\n", "1 act of advocacy\n")
        .contains("1 message\n", "1 like, share or reaction, not counted as advocacy\n")
        .contains("1 nudge waits for an answer.");
  }

  @Test
  void controlCharactersInNames_cannotDriveTheTerminal() {
    Entry rude =
        Digests.entry(
            "Eve\u001b[2J\u202e", "Acme\r\n", Intent.QUESTION, "2026-03-12T10:00:00Z", "a\u0000b");
    Digest digest =
        with(
            Digests.of(Digests.ADVOCACY, Digests.LIKES),
            List.of(rude),
            new Totals(0, 1, 0, 0, 0, 0),
            0);

    assertThat(DigestText.of(digest).replace("\n", ""))
        .contains("Eve [2J ", "\"a b\"")
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
  }

  @Test
  void needs_standBeforeAdvocacyAndReachLast() throws IOException {
    String text = golden("digest-full.txt");

    assertThat(text)
        .containsSubsequence(
            "Customers need an answer",
            "Customers wish",
            "They spoke up for us",
            "Praise to pass on",
            "not counted as advocacy",
            "14 days",
            "nudges wait");
  }

  @Test
  void fewWhoCarryIt_areSaid_alsoOnAQuietDay_andNothingWhereNoneDo() {
    Circle few = new Circle(12, 3, 2, 12);
    Digest quiet = Digests.of(Digests.NONE, Digests.NONE);
    String alarm = "Too few carry it: All 12 acts of 90 days came from no more than 3 people";
    assertThat(DigestText.of(quiet.with(new Spread(few, few, List.of())))).contains(alarm);
    assertThat(DigestText.of(fullDay().with(new Spread(few, few, List.of())))).contains(alarm);

    Circle many = new Circle(40, 20, 9, 12);
    assertThat(DigestText.of(quiet.with(new Spread(many, many, List.of()))))
        .doesNotContain("Too few", "alarm");
  }

  private static Digest fullDay() {
    Digest days = Digests.of(Digests.ADVOCACY, Digests.LIKES);
    return new Digest(
        days.day(),
        days.zone(),
        days.from(),
        days.to(),
        List.of(
            Digests.entry(
                "Ana Gomes",
                "Northwind Foods",
                Intent.COMPLAINT,
                "2026-03-13T07:42:00Z",
                "keeps failing",
                "third time"),
            Digests.entry("Ben Okafor", "", Intent.QUESTION, "2026-03-12T16:05:00Z", "how do I")),
        List.of(
            Digests.entry(
                "Chloé Durand", "Société Été", Intent.SUGGESTION, "2026-03-12T13:00:00Z")),
        List.of(
            Digests.entry(
                "Dana Li",
                "Tailspin",
                Intent.ADVOCACY,
                "2026-03-12T12:30:00Z",
                "you should try it")),
        List.of(),
        new Totals(4, 3, 1, 1, 0, 1_204),
        3,
        days.days());
  }

  private static Digest with(Digest digest, List<Entry> needs, Totals totals, int openNudges) {
    return new Digest(
        digest.day(),
        digest.zone(),
        digest.from(),
        digest.to(),
        needs,
        List.of(),
        List.of(),
        List.of(),
        totals,
        openNudges,
        digest.days());
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = DigestTextTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
