package dev.vouch.app.accountfile;

import java.util.List;

/** A column that a file of contacts may have. */
public enum ContactColumn {
  NAME("name", "contact", "full name", "contact name"),
  PERSON("slack id", "slack", "member id", "slack user id", "slack member id"),
  EMAIL("email", "e-mail", "email address", "mail"),
  ACCOUNT("account", "account name", "company", "customer", "organisation", "organization"),
  ROLES("roles", "role"),
  TITLE("title", "job title", "position"),
  LANGUAGE("language", "lang", "locale"),
  ZONE("time zone", "zone", "tz");

  private final List<String> spellings;

  ContactColumn(String... spellings) {
    this.spellings = List.of(spellings);
  }

  List<String> spellings() {
    return spellings;
  }
}
