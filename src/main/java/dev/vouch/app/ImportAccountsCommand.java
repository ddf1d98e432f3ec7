package dev.vouch.app;

import dev.vouch.advocate.AccountBook.Replacement;
import dev.vouch.advocate.AccountEdit;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.standing.Renewal;
import dev.vouch.app.accountfile.AccountPlan;
import dev.vouch.app.accountfile.Plan;
import dev.vouch.app.accountfile.UnusableFile;
import dev.vouch.store.Store;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code import accounts}: customer organisations from a CSV file. */
@Command(
    name = "accounts",
    description = {
      "Reads accounts from a CSV file. Its first row names the columns: name, and any of tier,"
          + " criteria, owner, sponsor, domains, teams, channels, region, sector, stage, renewal.",
      "An empty cell changes nothing; \"none\" takes away; domains, teams and channels are added."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all of it stands now, or would",
      "1:a row is bad, or there would be too many marquee accounts; each is named on stderr",
      "2:this is not a file that can be read"
    })
final class ImportAccountsCommand extends ImportTableCommand<Replacement> {
  @Override
  Plan<Replacement> plan(byte[] bytes, Store.Books books) throws UnusableFile {
    return AccountPlan.of(AccountPlan.read(bytes), books.accounts());
  }

  @Override
  Optional<String> refusal(Plan<Replacement> plan, Store.Books books) {
    return AccountPlan.refusal(
        plan.changes(), books.accounts().marquee(), books.settings().settings().mostMarquee());
  }

  @Override
  boolean write(Plan<Replacement> plan, Store.Books books, Instant now) {
    int most = books.settings().settings().mostMarquee();
    try {
      boolean written =
          books.accounts().replace(plan.changes(), new AccountEdit(source(), now, most));
      if (written) {
        plan.changes().forEach(one -> renewed(one, books, now));
      }
      return written;
    } catch (IllegalArgumentException e) {
      return false; // Somebody was quicker; the next plan says what is wrong now.
    }
  }

  /** A contract whose end has moved on was renewed. */
  private static void renewed(Replacement one, Store.Books books, Instant now) {
    Renewal.of(one.before(), one.after(), null, now)
        .ifPresent(
            renewal ->
                books
                    .relationships()
                    .change(Subject.account(one.after().id()), between -> between.with(renewal)));
  }
}
