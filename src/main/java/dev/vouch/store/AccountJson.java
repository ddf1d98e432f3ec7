package dev.vouch.store;

import com.google.gson.Gson;
import dev.vouch.advocate.Account;
import dev.vouch.advocate.Account.Care;
import dev.vouch.advocate.Account.Procurement;
import dev.vouch.advocate.Account.Profile;
import dev.vouch.advocate.Account.Signs;
import dev.vouch.advocate.AccountBook.Replacement;
import dev.vouch.advocate.AccountField;
import dev.vouch.advocate.Revision;
import dev.vouch.advocate.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Accounts and their revisions as JSON, for Redis and for {@code account_change.lua}. */
final class AccountJson {
  private static final Gson GSON = new Gson();

  /** What was stored before there were versions counts as one. */
  private static final long FIRST_VERSION = 1;

  private AccountJson() {}

  private record Stored(
      String id,
      @Nullable Long version,
      String name,
      String tier,
      @Nullable String owner,
      @Nullable String sponsor,
      Set<String> domains,
      Set<String> teams,
      @Nullable Set<String> channels,
      @Nullable String criteria,
      @Nullable String region,
      @Nullable String country,
      @Nullable String sector,
      @Nullable String procurement,
      @Nullable String stage,
      @Nullable String renewal) {}

  private record StoredRevision(
      long version, String by, String at, String field, String before, String after) {}

  /** What the script takes of one account. */
  private record Change(
      String id,
      long version,
      String text,
      String name,
      String before,
      boolean marquee,
      List<String> keys,
      List<String> dropped,
      List<String> revisions) {}

  /**
   * @param revisions what a person changed so
   */
  static String change(Replacement one, List<Revision> revisions) {
    Account before = one.before();
    Account after = one.after();
    List<String> dropped = new ArrayList<>(signs(before));
    dropped.removeAll(signs(after));
    List<String> keys = new ArrayList<>(signs(after));
    keys.add("name:" + Account.idOf(after.name()));
    return GSON.toJson(
        new Change(
            after.id(),
            before.version(),
            stored(after, before.version() + 1),
            after.name().toLowerCase(Locale.ROOT),
            before.version() == 0 ? "" : before.name().toLowerCase(Locale.ROOT),
            after.tier() == Tier.MARQUEE,
            keys,
            dropped,
            revisions.stream().map(AccountJson::revision).toList()));
  }

  private static List<String> signs(Account account) {
    List<String> signs = new ArrayList<>();
    account.teams().forEach(team -> signs.add("team:" + team));
    account.domains().forEach(domain -> signs.add("domain:" + domain));
    account.channels().forEach(channel -> signs.add("channel:" + channel));
    return signs;
  }

  private static String stored(Account account, long version) {
    Profile profile = account.profile();
    return GSON.toJson(
        new Stored(
            account.id(),
            version,
            account.name(),
            account.tier().wire(),
            account.owner(),
            account.sponsor(),
            new TreeSet<>(account.domains()),
            new TreeSet<>(account.teams()),
            new TreeSet<>(account.channels()),
            profile.criteria(),
            profile.region(),
            profile.country(),
            profile.sector(),
            profile.procurement() == null ? null : profile.procurement().wire(),
            profile.stage(),
            Objects.toString(profile.renewal(), null)));
  }

  static Account parse(String json) {
    Stored stored = GSON.fromJson(json, Stored.class);
    return new Account(
        stored.id(),
        stored.name(),
        Tier.named(stored.tier()).orElse(Tier.SCALE),
        new Care(stored.owner(), stored.sponsor()),
        new Signs(
            stored.domains(),
            stored.teams(),
            Objects.requireNonNullElse(stored.channels(), Set.of())),
        new Profile(
            stored.criteria(),
            stored.region(),
            stored.country(),
            stored.sector(),
            stored.procurement() == null
                ? null
                : Procurement.named(stored.procurement()).orElse(null),
            stored.stage(),
            stored.renewal() == null ? null : LocalDate.parse(stored.renewal())),
        Objects.requireNonNullElse(stored.version(), FIRST_VERSION));
  }

  private static String revision(Revision revision) {
    return GSON.toJson(
        new StoredRevision(
            revision.version(),
            revision.by(),
            revision.at().toString(),
            revision.field().name(),
            revision.before(),
            revision.after()));
  }

  static Revision parseRevision(String json) {
    StoredRevision stored = GSON.fromJson(json, StoredRevision.class);
    return new Revision(
        stored.version(),
        stored.by(),
        Instant.parse(stored.at()),
        AccountField.valueOf(stored.field()),
        stored.before(),
        stored.after());
  }
}
