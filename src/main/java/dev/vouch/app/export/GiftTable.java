package dev.vouch.app.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.vouch.advocate.Account;
import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The register of gifts as CSV for an audit, oldest first: each line cites its rule and version.
 */
public record GiftTable(Store store, String team) {
  private static final List<String> HEAD =
      List.of(
          "gift",
          "state",
          "at",
          "by",
          "person",
          "account",
          "country",
          "sector",
          "decider",
          "what",
          "amount",
          "currency",
          "surprise",
          "reason",
          "rule",
          "policy");

  /**
   * @param person only this one's, or null for everybody's
   */
  public void write(@Nullable String person, Writer out) {
    Store.Books books = store.books(team);
    try (CsvWriter csv = AuditCsv.to(out)) {
      csv.writeRecord(HEAD);
      books.gifts().all().stream()
          .filter(event -> person == null || event.to().person().equals(person))
          .map(event -> row(event, account(event, books)))
          .forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String account(GiftEvent event, Store.Books books) {
    return Optional.ofNullable(event.to().account())
        .flatMap(books.accounts()::account)
        .map(Account::name)
        .orElse("");
  }

  private static List<String> row(GiftEvent event, String account) {
    GiftEvent.Party to = event.to();
    String[] worth = event.what().worth().toString().split(" ");
    return List.of(
        event.gift(),
        event.state().wire(),
        event.at().toString(),
        event.by(),
        to.person(),
        AuditCsv.safe(account),
        Objects.requireNonNullElse(to.country(), ""),
        Objects.requireNonNullElse(to.sector(), ""),
        to.decider() ? "yes" : "no",
        AuditCsv.safe(event.what().what()),
        worth[0],
        worth[1],
        event.what().surprise() ? "yes" : "no",
        event.cited().why().name().toLowerCase(java.util.Locale.ROOT),
        event.cited().rule(),
        event.cited().policy());
  }
}
