package dev.vouch.app;

import dev.vouch.advocate.CardBook.Replacement;
import dev.vouch.app.accountfile.ContactPlan;
import dev.vouch.app.accountfile.Plan;
import dev.vouch.app.accountfile.UnusableFile;
import dev.vouch.store.Store;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code import contacts}: people of accounts from a CSV file. */
@Command(
    name = "contacts",
    description = {
      "Reads contacts from a CSV file. Its first row names the columns: name, slack id or email (or"
          + " both), account, roles, title, language, time zone.",
      "An empty cell changes nothing. Whoever moves to another account keeps their acts and what"
          + " else is their own; what the old account gave them goes."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all of it stands now, or would",
      "1:a row is bad; each is named on stderr",
      "2:this is not a file that can be read"
    })
final class ImportContactsCommand extends ImportTableCommand<Replacement> {
  @Override
  Plan<Replacement> plan(byte[] bytes, Store.Books books) throws UnusableFile {
    return ContactPlan.of(ContactPlan.read(bytes), books.accounts(), books.forgetting(), source());
  }

  @Override
  Optional<String> refusal(Plan<Replacement> plan, Store.Books books) {
    return Optional.empty();
  }

  @Override
  boolean write(Plan<Replacement> plan, Store.Books books, Instant now) {
    return books.accounts().cards().replace(plan.changes(), now);
  }
}
