package dev.vouch.app.accountfile;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AccountBook;
import dev.vouch.advocate.AccountBook.Replacement;
import dev.vouch.advocate.AccountField;
import dev.vouch.advocate.Tier;
import dev.vouch.app.accountfile.Table.Columns;
import dev.vouch.app.accountfile.Table.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says what a table of accounts would change. A cell that is empty says nothing; values of a list
 * are added to those that stand.
 */
public final class AccountPlan {
  private static final Columns<AccountField> COLUMNS =
      new Columns<>(AccountField.class, AccountField.NAME, AccountPlan::spellings);
  private static final int ALL = 1_000_000;

  private final Map<String, Account> stored;
  private final Map<String, String> names;
  private final Map<String, Holder> signs = new HashMap<>();
  private final Map<String, Long> lines = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<Replacement> wanted = new ArrayList<>();

  private AccountPlan(Map<String, Account> stored, Map<String, String> names) {
    this.stored = stored;
    this.names = names;
    stored
        .values()
        .forEach(account -> signs(account).forEach(sign -> signs.put(sign, Holder.of(account))));
  }

  /**
   * Which account has a sign.
   *
   * @param line of the file that says so; 0 where it stands already
   */
  private record Holder(String id, String name, long line) {
    static Holder of(Account account) {
      return new Holder(account.id(), account.name(), 0);
    }
  }

  /** The columns that a file of accounts may have. */
  public static Table<AccountField> read(byte[] bytes) throws UnusableFile {
    return Table.of(bytes, COLUMNS);
  }

  public static Plan<Replacement> of(Table<AccountField> table, AccountBook book) {
    Map<String, Account> stored =
        book.accounts(ALL).stream().collect(Collectors.toMap(Account::id, Function.identity()));
    List<String> asked =
        table.entries().stream()
            .map(entry -> entry.cell(AccountField.NAME))
            .filter(name -> !Account.idOf(name).isEmpty())
            .toList();
    AccountPlan plan = new AccountPlan(stored, book.ofNames(asked));
    table.entries().forEach(plan::add);
    plan.faults.addAll(table.faults());
    plan.faults.sort(Comparator.comparingLong(Fault::line));
    return plan.plan(table.unknown());
  }

  /** Why these changes cannot be made: there would be more marquee accounts than may be. */
  public static Optional<String> refusal(
      List<Replacement> changes, List<Account> marquee, int most) {
    Map<String, String> names = new TreeMap<>();
    marquee.forEach(account -> names.put(account.id(), account.name()));
    changes.forEach(one -> names.remove(one.after().id()));
    changes.stream()
        .map(Replacement::after)
        .filter(account -> account.tier() == Tier.MARQUEE)
        .forEach(account -> names.put(account.id(), account.name()));
    return names.size() > most && names.size() > marquee.size()
        ? Optional.of(
            ("there may be %d marquee accounts, and there would be %d: %s; give some another tier,"
                    + " or allow more with /vouch settings marquee N")
                .formatted(most, names.size(), String.join(", ", names.values())))
        : Optional.empty();
  }

  private static List<String> spellings(AccountField field) {
    return switch (field) {
      case NAME ->
          List.of(
              "name",
              "account",
              "account name",
              "company",
              "customer",
              "organisation",
              "organization");
      case TIER -> List.of("tier", "account tier", "segment");
      case CRITERIA -> List.of("criteria", "tier criteria", "why marquee");
      case OWNER -> List.of("owner", "account owner", "rep", "owner slack id", "csm");
      case SPONSOR -> List.of("sponsor", "exec sponsor", "executive sponsor", "sponsor slack id");
      case DOMAINS ->
          List.of("domains", "domain", "email domain", "email domains", "website", "web site");
      case TEAMS ->
          List.of("teams", "team", "workspace", "workspaces", "slack workspace", "slack team");
      case CHANNELS -> List.of("channels", "channel", "slack channel", "slack channels");
      case REGION -> List.of("region", "territory", "geo");
      case COUNTRY -> List.of("country", "billing country", "country code", "land");
      case PROCUREMENT -> List.of("procurement", "tender", "buying now", "negotiation");
      case SECTOR -> List.of("sector", "industry", "vertical");
      case STAGE -> List.of("stage", "journey stage", "lifecycle stage");
      case RENEWAL -> List.of("renewal", "renewal date", "contract end", "renews on");
    };
  }

  private void add(Entry<AccountField> entry) {
    String name = entry.cell(AccountField.NAME);
    try {
      Account before = account(name);
      Long line = lines.putIfAbsent(before.id(), entry.line());
      if (line != null) {
        refuse(
            entry,
            AccountField.NAME,
            "line %d is about the same account; make one row of them".formatted(line));
        return;
      }
      take(entry, before);
    } catch (IllegalArgumentException e) {
      refuse(
          entry,
          AccountField.NAME,
          name.isEmpty() ? "the name is missing; write one" : String.valueOf(e.getMessage()));
    }
  }

  private Account account(String name) {
    String id = names.getOrDefault(name, Account.idOf(name));
    Account known = stored.get(id);
    return known == null ? Account.named(name) : known;
  }

  private void take(Entry<AccountField> entry, Account before) {
    int faultsBefore = faults.size();
    Account after = before;
    for (Map.Entry<AccountField, String> cell : entry.cells().entrySet()) {
      AccountField field = cell.getKey();
      try {
        after = field == AccountField.NAME ? after : field.set(after, cell.getValue());
      } catch (IllegalArgumentException e) {
        refuse(entry, field, String.valueOf(e.getMessage()));
      }
    }
    checkSigns(entry, after);
    if (faults.size() == faultsBefore) {
      signs(after)
          .forEach(sign -> signs.put(sign, new Holder(before.id(), before.name(), entry.line())));
      wanted.add(new Replacement(before, after));
    }
  }

  private void checkSigns(Entry<AccountField> entry, Account after) {
    checkSigns(entry, AccountField.DOMAINS, after);
    checkSigns(entry, AccountField.TEAMS, after);
    checkSigns(entry, AccountField.CHANNELS, after);
  }

  private void checkSigns(Entry<AccountField> entry, AccountField field, Account after) {
    for (String sign : signs(field, after)) {
      Holder holder = signs.get(sign);
      if (holder != null && !holder.id().equals(after.id())) {
        refuse(entry, field, taken(Fault.shown(sign), holder, after.name()));
      }
    }
  }

  private static String taken(String sign, Holder holder, String wanting) {
    return holder.line() > 0
        ? "%s stands in line %d too, for %s; leave it with one of them"
            .formatted(sign, holder.line(), holder.name())
        : ("%s belongs to the account %s already; if that is the same company, rename it first"
                + " (/vouch account \"%s\" rename %s), else leave it out here")
            .formatted(sign, holder.name(), holder.name(), wanting);
  }

  private void refuse(Entry<AccountField> entry, AccountField field, String problem) {
    faults.add(entry.fault(field, Fault.even(problem)));
  }

  private static List<String> signs(Account account) {
    List<String> signs = new ArrayList<>(signs(AccountField.DOMAINS, account));
    signs.addAll(signs(AccountField.TEAMS, account));
    signs.addAll(signs(AccountField.CHANNELS, account));
    return signs;
  }

  private static List<String> signs(AccountField field, Account account) {
    String all = field.of(account);
    return all.isEmpty() ? List.of() : List.of(all.split(", "));
  }

  private Plan<Replacement> plan(List<String> unknown) {
    List<Replacement> changes =
        wanted.stream()
            .filter(one -> one.before().version() == 0 || !one.before().equals(one.after()))
            .toList();
    return new Plan<>(
        unknown,
        changes,
        changes.stream().map(AccountPlan::line).toList(),
        changes.stream().filter(one -> one.before().version() == 0).count(),
        wanted.size() - changes.size(),
        faults);
  }

  private static String line(Replacement one) {
    String differences =
        AccountField.changed(one.before(), one.after()).stream()
            .map(
                field ->
                    "%s %s → %s"
                        .formatted(
                            field.wire(),
                            shown(field.of(one.before())),
                            shown(field.of(one.after()))))
            .collect(Collectors.joining("; "));
    return "%s %s%s"
        .formatted(
            one.before().version() == 0 ? "new" : "changed",
            Fault.shown(one.after().name()),
            differences.isEmpty() ? "" : ": " + differences);
  }

  private static String shown(String text) {
    return text.isEmpty() ? "nothing" : Fault.shown(text);
  }
}
