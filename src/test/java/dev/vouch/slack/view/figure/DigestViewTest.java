package dev.vouch.slack.view.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import dev.vouch.advocate.Heard;
import dev.vouch.digest.Digest;
import dev.vouch.digest.Digest.Entry;
import dev.vouch.digest.Digest.Totals;
import dev.vouch.mention.Intent;
import dev.vouch.slack.books.TestBooks;
import dev.vouch.slack.command.Texts;
import dev.vouch.slack.view.Rendering;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestViewTest {
  private final TestBooks books = new TestBooks();

  @Test
  void digest_putsCustomersNeedsFirstAndReachLast() {
    assertThat(text(digest(1, new Totals(1, 0, 1, 1, 1, 40), 2)))
        .containsSubsequence(
            "*Somebody should answer*",
            "complaint words",
            "*They wish for*",
            "suggestion words",
            "*They spoke up for us*",
            "advocacy words",
            "*Praise to pass on*",
            "praise words",
            "40 likes and shares. Not counted as advocacy.",
            "2 nudges wait for an answer",
            "/vouch settings digest");
  }

  @Test
  void digest_countsWhatItDoesNotList() {
    String text = text(digest(9, new Totals(20, 12, 9, 13, 0, 0), 0));
    assertThat(text).contains("…and 27 more", "…and 4 more", "…and 8 more");
    assertThat(text).doesNotContain("nudge");
  }

  @Test
  void notification_countsEachKindAndNeverAddsLikesToAdvocacy() {
    Rendering view = DigestView.of(digest(1, new Totals(1, 1, 2, 3, 1, 500), 0));
    assertThat(view.text())
        .isEqualTo(
            "Friday, 20 November 2026: 2 need an answer, 2 wishes, 3 spoke up, 1 praised us");
  }

  @Test
  void quietDay_saysSo() {
    Digest quiet = digest(0, new Totals(0, 0, 0, 0, 0, 0), 0);
    assertThat(text(quiet)).contains("A quiet day.");
    assertThat(DigestView.of(quiet).text()).endsWith("a quiet day");
  }

  @Test
  void people_appearByNameAndAreNeverMentioned() {
    assertThat(text(digest(1, new Totals(1, 0, 1, 1, 1, 0), 0)))
        .contains("*Ana Ruiz of Northwind Foods*")
        .doesNotContain("<@");
  }

  private Digest digest(int each, Totals totals, int open) {
    return new Digest(
        LocalDate.of(2026, 11, 20),
        ZoneOffset.UTC,
        TestBooks.NOW.minusSeconds(86_400),
        TestBooks.NOW,
        entries(Intent.COMPLAINT, each),
        entries(Intent.SUGGESTION, each),
        entries(Intent.ADVOCACY, each),
        entries(Intent.PRAISE, each == 9 ? 0 : each),
        totals,
        open,
        List.of());
  }

  private List<Entry> entries(Intent intent, int each) {
    Heard heard = books.hear("U0ANA", intent, 100, intent.wire() + " words");
    return Collections.nCopies(each, new Entry(heard, "Ana Ruiz", "Northwind Foods"));
  }

  private static String text(Digest digest) {
    return Texts.of(GsonFactory.createSnakeCase().toJsonTree(DigestView.of(digest).blocks()));
  }
}
