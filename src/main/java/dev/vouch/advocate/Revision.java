package dev.vouch.advocate;

import java.time.Instant;
import java.util.List;

/**
 * One field of an account that somebody changed.
 *
 * @param version which the account had afterwards
 * @param by Slack id of the person, or what else changed it: {@code an import of accounts.csv}
 * @param before as {@link AccountField#of} shows it; empty where there was nothing
 * @param after the same, since then
 */
public record Revision(
    long version, String by, Instant at, AccountField field, String before, String after) {

  /** What a person does to an account by changing it so. */
  public static List<Revision> between(Account before, Account after, AccountEdit edit) {
    return AccountField.changed(before, after).stream()
        .map(
            field ->
                new Revision(
                    before.version() + 1,
                    edit.by(),
                    edit.at(),
                    field,
                    field.of(before),
                    field.of(after)))
        .toList();
  }
}
